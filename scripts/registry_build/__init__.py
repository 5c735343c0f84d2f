"""Steps of `build_registry.py`: source packages -> units of three vintages -> rows of the registry."""
