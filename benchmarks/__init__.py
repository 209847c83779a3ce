"""What is measured, one package or module a matter: `make bench ARGS=names`. Each has a `main()` that prints its figures.

Absent: limits that fail a build. Figures depend on the machine; what must hold on any machine is a test.
"""
