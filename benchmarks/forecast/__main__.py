import sys

from benchmarks.forecast.measuring import main

if __name__ == "__main__":
    main(sys.argv[1:])
