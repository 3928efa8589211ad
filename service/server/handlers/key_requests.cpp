#include "service/server/handlers/key_requests.hpp"

#include "service/running/installation.hpp"
#include "service/server/resources.hpp"

#include <stdexcept>

namespace vermilion::service::server::handlers {

tl::expected<http::Answer, Problem> bring_key_request(const Request& request,
                                                      Resources& resources) {
  if (resources.installation == nullptr) return tl::make_unexpected(Problem{Fault::NotFound});
  running::Installation& installation = *resources.installation;
  const std::string& id = request.path.at("order");
  const auto order = installation.orders().order(id);
  if (!order) throw std::runtime_error(order.error().detail);
  if (order->stage == workflow::Stage::NotBegun) {
    return tl::make_unexpected(Problem{Fault::NotFound});
  }
  if (order->made) {
    return tl::make_unexpected(
        Problem{.fault = Fault::Refused,
                .said = Said{"MADE_ALREADY", "证书已制作完成，不能更换密钥请求。",
                             "The certificate is made; its key cannot be changed."}});
  }
  const std::string_view pem(reinterpret_cast<const char*>(request.body.data()),
                             request.body.size());
  const auto brought = installation.key_requests().bring(id, pem, request.asker.id);
  if (!brought) throw std::runtime_error(brought.error().detail);
  if (!*brought) {
    return tl::make_unexpected(
        Problem{.fault = Fault::Invalid, .complaints = {{"", brought->error().what}}});
  }
  return http::Answer{.status = 204, .headers = {}, .body = {}};
}

}  // namespace vermilion::service::server::handlers
