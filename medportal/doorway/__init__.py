"""The doorway: what stands between the network and the app. Origins, sockets, headers, caching, refusals."""
