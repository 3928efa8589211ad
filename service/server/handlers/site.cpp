#include "service/server/handlers/site.hpp"

#include "service/server/resources.hpp"
#include "service/server/site.hpp"

namespace vermilion::service::server::handlers {

tl::expected<http::Answer, Problem> site(const Request& request, Resources& resources) {
  if (resources.site == nullptr) return tl::make_unexpected(Problem{Fault::NotFound});
  const auto known = http::only(request.headers, "If-None-Match");
  auto answer = resources.site->answer("/" + request.path.at("file"), known.value_or(""));
  if (answer.status == 404) return tl::make_unexpected(Problem{Fault::NotFound});
  return answer;
}

}  // namespace vermilion::service::server::handlers
