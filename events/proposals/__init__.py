"""The call for proposals of an edition: anybody offers a session, moderators answer."""
