"""From French to Breton: what is missing, who may translate, and the holes of the tool closed.

wagtail-localize does the work; here are the guards it lacks (guards), what follows when a French
page goes away (cascade) or becomes private (closing), twins made of ready words (twin) and the
translators' desk (progress, views).
"""
