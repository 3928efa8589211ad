#include "service/demo/player.hpp"

#include "service/certificates/keys.hpp"
#include "service/demo/papers.hpp"
#include "service/demo/waiting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace vermilion::service::demo {
namespace {

std::string path_of(const std::string& id, std::string_view what) {
  return fmt::format("/api/v1/orders/{}/{}", id, what);
}

std::string code_of(const Json& named) {
  return named.is_object() ? named.value("code", "") : named.get<std::string>();
}

}  // namespace

Player::Player(std::uint16_t port, Staff staff, simulator::Partners& partners, scans::House& house,
               std::stop_token stop)
    : port_(port),
      staff_(std::move(staff)),
      partners_(partners),
      house_(house),
      stop_(std::move(stop)) {
  for (std::size_t i = 0; i < kApplicants; ++i) applicants_.push_back(invented(kFirstSeed + i));
}

Visitor& Player::applicant(std::size_t which) {
  const auto known = visitors_.find(which);
  if (known != visitors_.end()) return known->second;
  Visitor& visitor = visitors_.emplace(which, Visitor(port_)).first->second;
  register_with(visitor, applicants_.at(which), partners_, stop_);
  visitor.post("/api/v1/me/name-confirmation");
  return visitor;
}

std::string Player::tell(const Story& story) {
  const std::string id = begin(story);
  if (story.stage == "void") {
    applicant(story.applicant).post(path_of(id, "void"), {{"reason", "applicant_gave_up"}});
    return id;
  }
  if (story.stage == "draft") {
    prepare(story, id);
    upload(story, id);
    return id;
  }
  for (auto now = stage(id); now != story.stage; now = stage(id)) step(story, id);
  return id;
}

Json Player::order(const std::string& id) {
  return staff_.operators.get("/api/v1/orders/" + id);
}

std::string Player::stage(const std::string& id) {
  return code_of(order(id).at("stage"));
}

std::string Player::begin(const Story& story) {
  Visitor& visitor = applicant(story.applicant);
  const Json catalogue = visitor.get("/api/v1/catalogue");
  const auto& items = catalogue.at("items");
  const auto project =
      std::ranges::find_if(items, [&](const Json& one) { return one.at("id") == story.project; });
  if (project == items.end()) throw OffTheScript(fmt::format("no project {}", story.project));
  Json wanted{{"project", story.project},
              {"operation", story.operation},
              {"variant", story.variant},
              {"scope_acknowledged", true},
              {"eligible", true}};
  const Json agreement = project->value("agreement", Json());
  if (agreement.is_object()) wanted["agreement"] = agreement.at("version");
  return visitor.post("/api/v1/orders", wanted).at("id");
}

// What is done about an order where it stands; the next stage follows from it.
void Player::step(const Story& story, const std::string& id) {
  struct Step {
    std::string_view stage;
    void (Player::*take)(const Story&, const std::string&);
  };
  static constexpr std::array kSteps{
      Step{"awaiting_reviewer", &Player::review},   Step{"in_review", &Player::review},
      Step{"awaiting_payment", &Player::pay},       Step{"awaiting_parcel", &Player::post},
      Step{"paper_received", &Player::check_paper}, Step{"paper_right", &Player::bring_key},
      Step{"awaiting_courier", &Player::dispatch}};
  const std::string now = stage(id);
  if (now == "draft") {
    prepare(story, id);
    upload(story, id);
    applicant(story.applicant).post(path_of(id, "submission"));
    return await_stage(id, "awaiting_reviewer");
  }
  const auto found = std::ranges::find(kSteps, std::string_view(now), &Step::stage);
  if (found == kSteps.end()) throw OffTheScript(fmt::format("{} stands in {}", id, now));
  (this->*found->take)(story, id);
}

void Player::prepare(const Story& story, const std::string& id) {
  const Applicant& who = applicants_.at(story.applicant);
  const Json person{{"name", who.agent}, {"mobile", who.mobile}};
  applicant(story.applicant)
      .post(path_of(id, "form"),
            {{"agent", person}, {"recipient", {{"person", person}, {"address", who.address}}}});
  verify(id);
}

void Player::verify(const std::string& id) {
  const auto state = [&] { return code_of(order(id).at("verification").at("state")); };
  if (state() == "not_needed") return;
  awaited("a verification to begin", stop_, [&]() -> std::optional<bool> {
    return partners_.verify(id, true) ? std::optional(true) : std::nullopt;
  });
  awaited("the verification of " + id, stop_, [&]() -> std::optional<bool> {
    return state() == "passed" ? std::optional(true) : std::nullopt;
  });
}

void Player::upload(const Story& story, const std::string& id) {
  Visitor& visitor = applicant(story.applicant);
  const workflow::Order now = kept(id);
  const Applicant& who = applicants_.at(story.applicant);
  for (const Json& slot : visitor.get("/api/v1/orders/" + id).at("slots")) {
    if (!slot.value("required", true)) continue;
    const std::string name = slot.at("id");
    const Flaw flaw = name == "licence" ? story.flaw : Flaw::None;
    const Paper paper = paper_for(house_, now, name, who, flaw);
    visitor.put(path_of(id, "documents/" + name), paper.bytes, paper.type);
  }
  awaited("the scans of " + id, stop_, [&]() -> std::optional<bool> {
    const Json slots = visitor.get("/api/v1/orders/" + id).at("slots");
    const bool all = std::ranges::all_of(slots, [](const Json& slot) {
      const Json document = slot.value("document", Json());
      return !slot.value("required", true) ||
             (document.is_object() && document.value("inspected", false));
    });
    return all ? std::optional(true) : std::nullopt;
  });
}

// Held and looked at as the desk does it, then decided in one go.
void Player::review(const Story& story, const std::string& id) {
  if (stage(id) == "awaiting_reviewer") {
    staff_.reviewer.post(path_of(id, "claim"));
    if (story.stage == "in_review") return;
  }
  const Json shown = staff_.reviewer.get(fmt::format("/api/v1/review/{}/case", id));
  const bool accepts = story.stage != "rejected";
  Json documents = Json::array();
  for (const Json& document : shown.at("documents")) {
    const std::string slot = document.at("slot");
    const bool good = accepts || slot != "licence";
    documents.push_back(
        {{"slot", slot},
         {"sha256", document.at("sha256")},
         {"accepted", good},
         {"reasons", good ? Json::array() : Json::array({"公章印迹太淡，请重新盖章扫描"})}});
  }
  staff_.reviewer.post(
      fmt::format("/api/v1/review/{}/decision", id),
      {{"digest", shown.at("digest")}, {"documents", documents}, {"then", "stay"}});
}

void Player::pay(const Story& story, const std::string& id) {
  Visitor& visitor = applicant(story.applicant);
  const bool by_wechat = story.applicant % 2 == 0;
  visitor.post(path_of(id, "payments"), {{"channel", by_wechat ? "wechat" : "alipay"}});
  const std::string attempt = visitor.get("/api/v1/orders/" + id).at("attempts").back().at("id");
  const auto channel = by_wechat ? simulator::Channel::WeChat : simulator::Channel::Alipay;
  awaited("a code to pay " + id + " by", stop_, [&]() -> std::optional<bool> {
    return partners_.pay({channel, attempt}) ? std::optional(true) : std::nullopt;
  });
  await_stage(id, "awaiting_parcel");
}

void Player::post(const Story& story, const std::string& id) {
  const Json parcel{{"carrier", "SF"}, {"number", fmt::format("SF100000000{:04}", ++parcels_)}};
  applicant(story.applicant).post(path_of(id, "courier-number"), parcel);
  staff_.operators.post(path_of(id, "parcel"), parcel);
}

void Player::check_paper(const Story& story, const std::string& id) {
  const workflow::Order now = kept(id);
  Json items = Json::array();
  for (const auto& [slot, document] : now.documents) {
    const bool good = story.stage != "paper_wrong" || slot != "licence";
    Json item{{"slot", slot}, {"good", good}};
    if (document.template_bound) item["generation"] = now.generation;
    if (!good) item["fault"] = "复印件未盖公章";
    items.push_back(std::move(item));
  }
  staff_.operators.post(path_of(id, "paper-check"), {{"items", items}});
}

// At the maker's computer: the key makes its request, the page brings it. `making` waits for it, so
// that a story may end in between.
void Player::bring_key(const Story& story, const std::string& id) {
  if (story.stage != "making") {
    const auto key = certificates::PrivateKey::generate(certificates::Algorithm::Sm2);
    staff_.operators.put(path_of(id, "key-request"), key.request(), "application/pkcs10");
  }
  staff_.operators.post(path_of(id, "making"));
  if (story.stage != "making") await_stage(id, "awaiting_courier");
}

void Player::dispatch(const Story& /*story*/, const std::string& id) {
  staff_.operators.post(
      path_of(id, "dispatch"),
      {{"carrier", "SF"}, {"number", fmt::format("SF200000000{:04}", ++parcels_)}});
}

void Player::await_stage(const std::string& id, const std::string& wanted) {
  awaited(fmt::format("{} to come to {}", id, wanted), stop_, [&]() -> std::optional<bool> {
    return stage(id) == wanted ? std::optional(true) : std::nullopt;
  });
}

workflow::Order Player::kept(const std::string& id) {
  auto order = house_.orders.order(id);
  if (!order) throw OffTheScript(order.error().detail);
  return *std::move(order);
}

}  // namespace vermilion::service::demo
