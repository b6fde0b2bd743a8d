"""How gunicorn serves the site: by systemd, in the image, and when it is measured."""

worker_class = "gthread"
workers = 2  # one for each core; about 250 MB each over 100,000 dates
threads = 4
# A worker takes what it can answer at once and then lets go of the connection: whoever waits,
# waits where the other worker finds them, too. With connections kept open one worker often held
# all of them (docs/decisions/one-answer-a-connection.md).
worker_connections = threads
keepalive = 0
# What a library might leak goes with its worker.
max_requests = 10_000
max_requests_jitter = 1_000
timeout = 30  # seconds
control_socket_disable = True
