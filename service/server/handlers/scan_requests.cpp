#include "service/server/handlers/scan_requests.hpp"

#include "service/orders/sight.hpp"
#include "service/server/resources.hpp"
#include "workflow/messages.hpp"

#include <fmt/format.h>

#include <charconv>
#include <utility>

namespace vermilion::service::server::handlers {
namespace {

using workflow::Language;

Fault fault_of(scans::Fault fault) {
  switch (fault) {
    case scans::Fault::NotThere:
      return Fault::NotFound;
    case scans::Fault::TooLarge:
      return Fault::BodyTooLarge;
    case scans::Fault::WrongKind:
      return Fault::UnsupportedType;
    case scans::Fault::NotOpened:
      return Fault::NotYourPart;
    case scans::Fault::Refused:
    case scans::Fault::Unshowable:
      return Fault::Refused;
    case scans::Fault::TooMany:
      return Fault::TooMany;
    case scans::Fault::Busy:
      return Fault::Busy;
    case scans::Fault::Broken:
      break;
  }
  return Fault::OurFault;
}

std::optional<Said> said_of(const scans::Failure& failure) {
  if (failure.refusal) {
    return Said{std::string(name_of(failure.refusal->code)),
                text_of(*failure.refusal, Language::Chinese),
                text_of(*failure.refusal, Language::English)};
  }
  if (failure.fault != scans::Fault::Unshowable) return std::nullopt;
  return Said{"IMG_CORRUPT", "这份扫描件无法显示，请重新扫描后上传。",
              "This scan cannot be shown; scan the document again and upload it."};
}

// A busy database or worker is free again within seconds.
constexpr unsigned kBusy_s = 2;

}  // namespace

Problem problem_of(const scans::Failure& failure) {
  Problem problem{.fault = fault_of(failure.fault), .said = said_of(failure)};
  const bool ours = problem.fault == Fault::OurFault || problem.fault == Fault::NotFound;
  if (!ours) problem.detail = failure.detail;  // else for the log alone
  if (failure.again_in) problem.retry_s = static_cast<unsigned>(failure.again_in->count());
  if (failure.fault == scans::Fault::Busy) problem.retry_s = kBusy_s;
  return problem;
}

tl::expected<scans::House*, Problem> house_of(Resources& resources) {
  if (resources.scans == nullptr) return tl::make_unexpected(Problem{Fault::NotFound});
  return resources.scans;
}

tl::expected<workflow::Order, Problem> order_asked(const Request& request, scans::House& house) {
  auto order = house.orders.order(request.path.find("order")->second);
  if (!order) return tl::make_unexpected(problem_of(scans::failed(order.error()).value()));
  if (!orders::may_see(request.asker, *order)) {
    return tl::make_unexpected(Problem{Fault::NotFound});
  }
  return *std::move(order);
}

tl::expected<std::optional<std::int64_t>, Problem> number_asked(const Request& request,
                                                                std::string_view name,
                                                                std::int64_t least,
                                                                std::int64_t most) {
  const auto said = request.query.find(name);
  if (said == request.query.end()) return std::nullopt;
  const std::string& text = said->second;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (whole && number >= least && number <= most) return number;
  return tl::make_unexpected(Problem{.fault = Fault::BadRequest,
                                     .detail = fmt::format("{} to {} is expected", least, most),
                                     .pointer = fmt::format("/query/{}", name)});
}

http::Answer file_answer(std::string_view type, std::string_view name, std::string bytes) {
  return {.status = 200,
          .headers = {{"Content-Type", std::string(type)},
                      {"Content-Disposition", fmt::format("inline; filename=\"{}\"", name)},
                      {"Content-Security-Policy", "default-src 'none'; sandbox"},
                      {"Cross-Origin-Resource-Policy", "same-origin"}},
          .body = std::move(bytes)};
}

}  // namespace vermilion::service::server::handlers
