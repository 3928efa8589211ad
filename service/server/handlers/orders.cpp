#include "service/server/handlers/orders.hpp"

#include "service/server/handlers/order_requests.hpp"
#include "service/server/resources.hpp"
#include "service/store/record/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace vermilion::service::server::handlers {
namespace {

template <class T>
using Result = tl::expected<T, Problem>;

constexpr int kPageMost = 200;  // lines of a list at once

constexpr std::array<std::string_view, 8> kListed{"status",       "stage", "project", "turn",
                                                  "organisation", "late",  "limit",   "after"};

Result<http::Answer> answered(const orders::Done<orders::Told>& done) {
  if (!done) return tl::make_unexpected(problem_of(done.error()));
  return answer_of(*done);
}

Result<http::Answer> answered(orders::Done<std::string> done) {
  if (!done) return tl::make_unexpected(problem_of(done.error()));
  return json_answer(std::move(*done));
}

const std::string& order_in(const Request& request) {
  return request.path.find("order")->second;
}

// The parameters of a list, each checked by what it is.
class Query {
 public:
  explicit Query(const Request& request) : request_(request) {
    for (const auto& [name, value] : request.query) {
      if (std::ranges::find(kListed, name) == kListed.end()) mistaken(name, "没有这个参数");
    }
  }

  std::string text(std::string_view name) const {
    const auto found = request_.query.find(name);
    return found == request_.query.end() ? std::string() : found->second;
  }
  template <class Enum>
  std::string name_of(std::string_view name) {
    auto said = text(name);
    if (!said.empty() && !store::record::named<Enum>(said)) mistaken(name, "没有这个值");
    return said;
  }
  bool flag(std::string_view name) {
    const auto said = text(name);
    if (!said.empty() && said != "true" && said != "false") mistaken(name, "应为 true 或 false");
    return said == "true";
  }
  int number(std::string_view name, int otherwise, int most) {
    const auto said = text(name);
    if (said.empty()) return otherwise;
    int number = 0;
    const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), number);
    const bool read = error == std::errc() && end == said.data() + said.size();
    if (read && number >= 1 && number <= most) return number;
    mistaken(name, fmt::format("应为 1 至 {} 的整数", most));
    return otherwise;
  }
  const orders::Mistakes& mistakes() const { return mistakes_; }

 private:
  void mistaken(std::string_view name, std::string text) {
    mistakes_.push_back({fmt::format("/query/{}", name), std::move(text)});
  }

  const Request& request_;
  orders::Mistakes mistakes_;
};

Result<orders::Listing> listing_of(const Request& request) {
  Query query(request);
  const orders::Listing usual;
  orders::Listing listing{.status = query.name_of<workflow::Status>("status"),
                          .stage = query.name_of<workflow::Stage>("stage"),
                          .project = query.text("project"),
                          .turn = query.name_of<workflow::Role>("turn"),
                          .organisation = query.text("organisation"),
                          .late = query.flag("late"),
                          .limit = query.number("limit", usual.limit, kPageMost),
                          .after = query.text("after")};
  if (!query.mistakes().empty()) return tl::make_unexpected(problem_of(query.mistakes()));
  return listing;
}

}  // namespace

Result<http::Answer> show_catalogue(const Request& /*request*/, Resources& resources) {
  return json_answer(resources.clerk->catalogue());
}

Result<http::Answer> begin_order(const Request& request, Resources& resources) {
  const auto wish = wish_of(request, KeyIs::Required);
  if (!wish) return tl::make_unexpected(wish.error());
  const auto body = json_in(request);
  if (!body) return tl::make_unexpected(body.error());
  auto begin = orders::begin_of(*body);
  if (!begin) return tl::make_unexpected(problem_of(begin.error()));
  const auto told = resources.clerk->begin(request.asker, std::move(*begin), *wish);
  auto answer = answered(told);
  if (answer) {
    answer->headers.push_back({"Location", fmt::format("/api/v1/orders/{}", told->order)});
  }
  return answer;
}

Result<http::Answer> list_orders(const Request& request, Resources& resources) {
  const auto listing = listing_of(request);
  if (!listing) return tl::make_unexpected(listing.error());
  return answered(resources.clerk->list(request.asker, *listing));
}

Result<http::Answer> show_order(const Request& request, Resources& resources) {
  return answered(resources.clerk->look(request.asker, order_in(request)));
}

Result<http::Answer> show_history(const Request& request, Resources& resources) {
  return answered(resources.clerk->history(request.asker, order_in(request)));
}

Result<http::Answer> show_subject(const Request& request, Resources& resources) {
  const auto matter = store::record::named<workflow::Matter>(request.path.find("matter")->second);
  if (!matter) return tl::make_unexpected(Problem{Fault::NotFound});
  return answered(resources.clerk->subject(request.asker, order_in(request), *matter));
}

Result<http::Answer> list_certificates(const Request& request, Resources& resources) {
  return answered(resources.clerk->certificates(request.asker));
}

}  // namespace vermilion::service::server::handlers
