"""订单预期 on a synthetic channel (`benchmarks.forecast.channel`): naive mean, 标准 and 校准 by horizon.

    make bench ARGS=forecast
    python -m benchmarks.forecast 1 20

Tuned on seeds 1–20; reported on 101–120, on which nothing was ever tuned. What is measured: model × agency × month, from month
12 of five years on. Each month of a seed is frozen as the deployment does it, from what was known at its beginning.
"""

from benchmarks.forecast.measuring import main

__all__ = ["main"]
