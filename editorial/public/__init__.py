"""What readers get of the releases of every noun: pages, log of corrections, comparison, files, feed.

A noun says what is its own in a PublicNoun; ``public_urls`` gives it all the rest.
"""
