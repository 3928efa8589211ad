#include "service/server/handlers/post_room.hpp"

#include "rules/report_json.hpp"
#include "service/inspection/terms.hpp"
#include "service/orders/sight.hpp"
#include "service/post_room/comparison.hpp"
#include "service/post_room/found.hpp"
#include "service/server/handlers/desk_requests.hpp"
#include "service/server/resources.hpp"
#include "service/store/orders/streams.hpp"

#include <array>
#include <memory>
#include <utility>

namespace vermilion::service::server::handlers {
namespace {

template <class T>
using Result = tl::expected<T, Problem>;
using json = nlohmann::ordered_json;
using post_room::Answer;
using post_room::Found;

struct Words {
  Answer answer;
  std::string_view zh;
  std::string_view en;
};

constexpr std::array kWords{
    Words{Answer::Expected, "等的就是这份资料，请核对纸质件。", "Its paper is due: check it."},
    Words{Answer::Supplement, "补寄的签章资料，请核对。", "A seal impression is due: check it."},
    Words{Answer::Early, "还不到邮寄的时候：请登记并暂存，不要拆分处理。",
          "Not due yet: register the parcel and put it aside."},
    Words{Answer::Late, "该订单已不再需要纸质资料。", "This order asks for no paper any more."},
    Words{Answer::Stale, "这是作废的旧表，请按现在的订单核对。",
          "This form is of an older print and void."},
    Words{Answer::Forged, "二维码不是我们签发的，请交主管处理。",
          "The code was not signed by us: show it to your superior."},
    Words{Answer::Unknown, "没有这个订单。", "There is no such order."}};

constexpr bool words_are_in_order() {
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (static_cast<std::size_t>(kWords[i].answer) != i) return false;
  }
  return true;
}
static_assert(words_are_in_order());

const Words& words_of(Answer answer) {
  return kWords[static_cast<std::size_t>(answer)];
}

template <class T>
json if_any(const std::optional<T>& value) {
  return value ? json(*value) : json();
}

json code_json(const post_room::Code& code) {
  return {{"document", code.document.empty() ? json() : json(code.document)},
          {"generation", if_any(code.generation)},
          {"signed", if_any(code.signed_by_us)}};
}

Problem nothing_found(Answer answer) {
  Problem problem{Fault::NotFound};
  problem.said = Said{answer == Answer::Forged ? "CODE_FORGED" : "CODE_UNKNOWN",
                      std::string(words_of(answer).zh), std::string(words_of(answer).en)};
  return problem;
}

// An order the post room has to do with.
Result<std::shared_ptr<const workflow::Order>> order_of(const Request& request, Office& office) {
  const std::string& id = request.path.find("order")->second;
  auto read = office.orders.order(id);
  if (!read) return tl::make_unexpected(problem_of(review::Trouble(read.error())));
  if (!orders::may_see(request.asker, *read)) return tl::make_unexpected(Problem{Fault::NotFound});
  return std::make_shared<const workflow::Order>(std::move(*read));
}

struct Media {
  std::string_view type;
  std::string_view file;
};
constexpr std::array kMedia{Media{"image/jpeg", "paper.jpg"}, Media{"image/png", "paper.png"},
                            Media{"image/bmp", "paper.bmp"}};

Result<std::string_view> file_of(const Request& request) {
  const auto said = http::only(request.headers, "Content-Type");
  for (const Media& media : kMedia) {
    if (said == media.type) return media.file;
  }
  return tl::make_unexpected(
      Problem{Fault::UnsupportedType, "the body is the picture, not a form", {}});
}

rules::OrderFacts facts_of(const workflow::Order& order) {
  rules::OrderFacts facts;
  facts.credit_code = order.organisation;
  facts.operation = std::string(workflow::name_of(order.operation));
  facts.variant = order.variant;
  return facts;
}

Result<inspection::Terms> terms_of(const workflow::Order& order, const std::string& slot,
                                   const Office& office, const Resources& resources) {
  auto project = office.project_of(order.project, order.terms_digest);
  if (project == nullptr || rules::find_slot(*project, slot) == nullptr) {
    return tl::make_unexpected(Problem{Fault::UnknownDocument, slot, "/query/slot"});
  }
  return inspection::project_terms(std::move(project), slot, facts_of(order), resources.form_keys)
      .map_error([](std::string why) {
        return Problem{Fault::UnknownDocument, std::move(why), "/query/slot"};
      });
}

json box_json(const std::optional<pipeline::Box>& box) {
  return box ? json{box->x, box->y, box->width, box->height} : json();
}

json to_json(const post_room::Comparison& comparison) {
  json differences = json::array();
  for (const auto& difference : comparison.differences) {
    differences.push_back({{"aspect", name_of(difference.aspect)},
                           {"uploaded", difference.uploaded},
                           {"paper", difference.paper},
                           {"uploaded_box", box_json(difference.uploaded_box)},
                           {"paper_box", box_json(difference.paper_box)},
                           {"zh", difference.zh},
                           {"en", difference.en}});
  }
  json compared = json::array();
  for (const auto aspect : comparison.compared) compared.push_back(name_of(aspect));
  return {{"same", comparison.differences.empty()},
          {"compared", std::move(compared)},
          {"differences", std::move(differences)}};
}

}  // namespace

Result<http::Answer> find_by_code(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const std::string& read = request.path.find("code")->second;
  const auto found = (*office)->orders.transact([&](store::orders::Saying& saying) {
    return post_room::find(saying, read, resources.form_keys);
  });
  if (!found) return tl::make_unexpected(problem_of(review::Trouble(found.error())));
  if (!found->order) return tl::make_unexpected(nothing_found(found->answer));
  const Words& words = words_of(found->answer);
  return answer_with({{"answer", name_of(found->answer)},
                      {"zh", words.zh},
                      {"en", words.en},
                      {"code", code_json(found->code)},
                      {"order_id", found->order->id},
                      {"order", (*office)->order_json(request.asker, found->order->id)}});
}

Result<http::Answer> compare_paper(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  if (const auto fit = only_asks(request, {"slot"}); !fit) return tl::make_unexpected(fit.error());
  const auto file = file_of(request);
  if (!file) return tl::make_unexpected(file.error());
  const auto order = order_of(request, **office);
  if (!order) return tl::make_unexpected(order.error());
  const std::string slot = asked(request, "slot");
  const auto uploaded = (*office)->reports.measured(**order, slot);
  if (!uploaded) return tl::make_unexpected(Problem{Fault::UnknownDocument, slot, "/query/slot"});
  const auto terms = terms_of(**order, slot, **office, resources);
  if (!terms) return tl::make_unexpected(terms.error());
  const auto turn = resources.turns.take("post_room/" + request.asker.id);
  if (!turn) {
    return tl::make_unexpected(
        Problem{.fault = Fault::Busy, .retry_s = static_cast<unsigned>(turn.error().count())});
  }
  const auto paper = resources.inspect(request.body, *file, terms->plan);
  json answer{{"slot", slot}};
  answer.update(to_json(post_room::compare(*uploaded, paper)));
  answer["report"] = rules::to_json(paper, terms->judge(paper), /*with_costs=*/false);
  return answer_with(answer);
}

}  // namespace vermilion::service::server::handlers
