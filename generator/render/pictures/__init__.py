"""Pictures of a dossier, worked out to the last place before a template draws them.

`graph` is the provenance graph (`layers`, `arrows` and `gather` help it, `picture` is what comes out); `voices` is
who says what, `sides` the claims side by side; `family` makes each an <svg>, and `told` says it in words.
"""
