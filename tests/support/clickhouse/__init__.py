"""A real ClickHouse server, or a cluster with its ZooKeeper, of the tests' own."""
