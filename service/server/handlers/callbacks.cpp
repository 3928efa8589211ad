#include "service/server/handlers/callbacks.hpp"

#include "service/courier/courier.hpp"
#include "service/payment/alipay/notice.hpp"
#include "service/payment/wechat/notice.hpp"
#include "service/running/callbacks.hpp"
#include "service/running/installation.hpp"
#include "service/server/resources.hpp"

namespace vermilion::service::server::handlers {
namespace {

using Heard = running::Callbacks::Answer;
using Result = tl::expected<http::Answer, Problem>;

std::string_view text_of(const Request& request) {
  return {reinterpret_cast<const char*>(request.body.data()), request.body.size()};
}

// The same whoever is told, so that nobody learns from it which orders there are.
int status_of(Heard heard) {
  switch (heard) {
    case Heard::Stored:
      return 200;
    case Heard::Forged:
      return 401;
    case Heard::Refused:
      return 409;
    case Heard::Deaf:
    case Heard::Broken:
      break;
  }
  return 503;
}

// How one partner says that he was heard, and that he was not.
struct Words {
  std::string type;
  std::string stored;
  std::string not_stored;
};

Result answered(Heard heard, std::string_view partner, const Words& words, Resources& resources) {
  resources.metrics.count_callback(partner, running::name_of(heard));
  if (heard == Heard::Deaf) return tl::make_unexpected(Problem{Fault::NotFound});
  const bool stored = heard == Heard::Stored;
  return http::Answer{.status = status_of(heard),
                      .headers = {{"Content-Type", words.type}},
                      .body = stored ? words.stored : words.not_stored};
}

template <class Hear>
Result heard_by(Resources& resources, std::string_view partner, const Words& words, Hear hear) {
  if (resources.installation == nullptr) return tl::make_unexpected(Problem{Fault::NotFound});
  return answered(hear(resources.installation->callbacks()), partner, words, resources);
}

constexpr const char* kJson = "application/json";

}  // namespace

Result wechat_callback(const Request& request, Resources& resources) {
  return heard_by(resources, "wechat", {kJson, "", payment::wechat::refused("失败")},
                  [&](running::Callbacks& callbacks) {
                    return callbacks.wechat(request.headers, text_of(request));
                  });
}

Result alipay_callback(const Request& request, Resources& resources) {
  return heard_by(
      resources, "alipay", {"text/plain", std::string(payment::alipay::kStored), "fail"},
      [&](running::Callbacks& callbacks) { return callbacks.alipay(text_of(request)); });
}

Result verification_callback(const Request& request, Resources& resources) {
  return heard_by(resources, "verification", {kJson, "{}", R"({"error":"not stored"})"},
                  [&](running::Callbacks& callbacks) {
                    return callbacks.verification(request.headers, text_of(request));
                  });
}

Result courier_callback(const Request& request, Resources& resources) {
  return heard_by(resources, "courier",
                  {kJson, std::string(courier::kStored),
                   R"({"result":false,"returnCode":"500","message":"失败"})"},
                  [&](running::Callbacks& callbacks) {
                    return callbacks.courier(request.path.at("order"), text_of(request));
                  });
}

}  // namespace vermilion::service::server::handlers
