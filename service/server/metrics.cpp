#include "service/server/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace vermilion::service::server {
namespace {

// From a page that is asked for to a scan that waits.
const prometheus::Histogram::BucketBoundaries kSeconds{0.005, 0.02, 0.05, 0.1, 0.2,
                                                       0.5,   1,    2,    5,   10};

}  // namespace

struct Metrics::State {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                          .Name("vermilion_requests_total")
                                                          .Help("By route and status")
                                                          .Register(registry);
  prometheus::Family<prometheus::Histogram>& seconds = prometheus::BuildHistogram()
                                                           .Name("vermilion_request_seconds")
                                                           .Help("By route")
                                                           .Register(registry);
  prometheus::Family<prometheus::Counter>& inspections = prometheus::BuildCounter()
                                                             .Name("vermilion_inspections_total")
                                                             .Help("By verdict")
                                                             .Register(registry);
  prometheus::Family<prometheus::Gauge>& scans = prometheus::BuildGauge()
                                                     .Name("vermilion_scans")
                                                     .Help("Being looked at, or waiting")
                                                     .Register(registry);
  prometheus::Family<prometheus::Gauge>& workers =
      prometheus::BuildGauge().Name("vermilion_workers").Help("Since the start").Register(registry);
  prometheus::Family<prometheus::Counter>& callbacks = prometheus::BuildCounter()
                                                           .Name("vermilion_callbacks_total")
                                                           .Help("By partner and answer")
                                                           .Register(registry);
  prometheus::Family<prometheus::Gauge>& jobs =
      prometheus::BuildGauge().Name("vermilion_jobs").Help("Waiting, or dead").Register(registry);
};

Metrics::Metrics() : state_(std::make_unique<State>()) {}
Metrics::~Metrics() = default;

void Metrics::count_request(std::string_view route, int status,
                            std::chrono::duration<double> took) {
  const std::string name(route);
  state_->requests.Add({{"route", name}, {"status", std::to_string(status)}}).Increment();
  state_->seconds.Add({{"route", name}}, kSeconds).Observe(took.count());
}

void Metrics::count_inspection(std::string_view verdict) {
  state_->inspections.Add({{"verdict", std::string(verdict)}}).Increment();
}

void Metrics::count_callback(std::string_view partner, std::string_view answer) {
  state_->callbacks.Add({{"partner", std::string(partner)}, {"answer", std::string(answer)}})
      .Increment();
}

std::string Metrics::text(const Gauges& gauges) const {
  state_->scans.Add({{"state", "working"}}).Set(gauges.working);
  state_->scans.Add({{"state", "waiting"}}).Set(gauges.waiting);
  state_->workers.Add({{"what", "forked"}}).Set(gauges.workers_forked);
  state_->workers.Add({{"what", "lost"}}).Set(gauges.workers_lost);
  state_->jobs.Add({{"state", "waiting"}}).Set(gauges.jobs_waiting);
  state_->jobs.Add({{"state", "dead"}}).Set(gauges.jobs_dead);
  return prometheus::TextSerializer().Serialize(state_->registry.Collect());
}

}  // namespace vermilion::service::server
