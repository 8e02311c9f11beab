"""The eight reports once more, slowly: plain loops over a list of events, written from docs/spec alone.

Nothing here imports the product, so the two cannot share a mistake. `answer.answer` is the entry point.
"""
