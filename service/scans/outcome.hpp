#pragma once

#include "service/effects/carry.hpp"
#include "service/scans/failure.hpp"

// What failed, in the words of jobs.
namespace vermilion::service::scans {

// What passes is tried again; what does not, a person looks at.
[[nodiscard]] inline tl::unexpected<effects::Failure> not_done(const Failure& failure) {
  using Kind = effects::Failure::Kind;
  return effects::failed(failure.fault == Fault::Busy ? Kind::Later : Kind::Never, failure.detail);
}
[[nodiscard]] inline tl::unexpected<effects::Failure> not_done(
    const store::database::Error& error) {
  return not_done(failed(error).value());
}
[[nodiscard]] inline tl::unexpected<effects::Failure> not_done(
    const store::blobs::Failure& failure) {
  return not_done(failed(failure).value());
}

}  // namespace vermilion::service::scans
