"""What the database tells Prometheus when it asks: the work, the commands of the clock, marks, releases, sign-ins."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import DatabaseError
from django.utils import timezone
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from editorial.models import AuditAction, AuditEntry, PublicationMark, release_models
from editorial.optional_cache import cache
from editorial.queries.state_of_work import state_of_work


class StateCollector(Collector):
    """Asked anew each time, by whichever worker: the same numbers from all of them. Some small queries."""

    def collect(self) -> Iterator[Metric]:
        try:
            yield from _stored()
        except DatabaseError:
            yield GaugeMetricFamily("monitor_database_up", "Whether the database answers.", value=0)
        away = cache.trouble == "away"
        yield GaugeMetricFamily(
            "monitor_cache_up", "Whether the shared cache answers this worker.", value=int(not away)
        )


def _stored() -> list[Metric]:
    now = timezone.now()
    work = state_of_work(now)
    jobs = GaugeMetricFamily(
        "monitor_jobs", "Pieces of work in the background, by where they stand.", labels=["state"]
    )
    for state, number in (("waiting", work.waiting), ("running", work.running), ("failed_last_day", work.failed)):
        jobs.add_metric([state], number)
    began = GaugeMetricFamily(
        "monitor_last_run_timestamp_seconds", "When a command of the clock last began.", labels=["command"]
    )
    well = GaugeMetricFamily(
        "monitor_last_run_well", "Whether it came to its end without finding fault.", labels=["command"]
    )
    for name, run in work.last_runs.items():
        began.add_metric([name], run.began_at.timestamp())
        well.add_metric([name], int(run.is_well))
    releases = GaugeMetricFamily("monitor_releases", "Releases that were made, by kind.", labels=["kind"])
    for model in release_models():
        releases.add_metric([model._meta.model_name or ""], model._base_manager.count())
    entries = AuditEntry.objects.order_by()
    sign_ins = CounterMetricFamily("monitor_sign_ins", "Sign-ins, by how they ended.", labels=["outcome"])
    for outcome, action in (("done", AuditAction.SIGNED_IN), ("failed", AuditAction.SIGN_IN_FAILED)):
        sign_ins.add_metric([outcome], entries.filter(action=action).count())
    marks = PublicationMark.objects.count()
    return [
        GaugeMetricFamily("monitor_database_up", "Whether the database answers.", value=1),
        GaugeMetricFamily(
            "monitor_workers", "Workers that gave a sign of life within a minute.", value=len(work.workers)
        ),
        GaugeMetricFamily(
            "monitor_oldest_job_seconds",
            "How long the oldest piece of work has waited.",
            value=work.oldest_seconds,
        ),
        GaugeMetricFamily("monitor_marks", "Marks of changes that are not counted together yet.", value=marks),
        *(jobs, began, well, releases, sign_ins),
    ]
