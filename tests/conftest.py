"""What holds for every test: that a machine is slow is no fault of ours."""

from hypothesis import HealthCheck, settings

# made from the profile in force, so that a server keeps its own ways
settings.register_profile(
    "unhurried", settings(), deadline=None, suppress_health_check=(HealthCheck.too_slow,)
)
settings.load_profile("unhurried")
