#include "service/scans/failure.hpp"

#include <utility>

namespace vermilion::service::scans {

using store::database::ErrorKind;

tl::unexpected<Failure> failed(Fault fault, std::string detail) {
  return tl::make_unexpected(Failure{.fault = fault, .detail = std::move(detail)});
}

tl::unexpected<Failure> failed(const store::database::Error& error) {
  const bool passes = error.kind == ErrorKind::Busy || error.kind == ErrorKind::Down;
  return failed(passes ? Fault::Busy : Fault::Broken, error.detail);
}

tl::unexpected<Failure> failed(const store::blobs::Failure& failure) {
  const bool passes = failure.fault == store::blobs::Fault::NoSpace ||
                      failure.fault == store::blobs::Fault::Unavailable;
  return failed(passes ? Fault::Busy : Fault::Broken, failure.what);
}

}  // namespace vermilion::service::scans
