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

// Where an order stands whose refund is asked for: nothing has been sent yet.
constexpr std::string_view kPaid = "awaiting_parcel";

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
  const bool ends_in_a_refund = story.stage.starts_with("refund");
  const std::string_view last = ends_in_a_refund ? kPaid : story.stage;
  for (auto now = stage(id); now != last; now = stage(id)) step(story, id);
  if (ends_in_a_refund) ask_refund(story, id);
  if (story.stage == "refunded") refund(id);
  return id;
}

Json Player::order(const std::string& id) {
  return staff_.maker.get("/api/v1/orders/" + id);
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
  if (story.operation != "new") wanted.update(chosen(story));
  const Json agreement = project->value("agreement", Json());
  if (agreement.is_object()) wanted["agreement"] = agreement.at("version");
  return visitor.post("/api/v1/orders", wanted).at("id");
}

// The certificate in question: the first that can be had anew, or longer.
Json Player::chosen(const Story& story) {
  const std::string can{story.operation};
  const Json certificates = applicant(story.applicant).get("/api/v1/certificates");
  for (const Json& one : certificates.at("items")) {
    if (!one.at("can").value(can, false)) continue;
    Json chosen{{"chosen_serial", one.at("serial")}, {"typed_serial", one.at("serial")}};
    if (can == "renew") chosen.update({{"keys_inserted", 1}, {"years", 1}});
    return chosen;
  }
  throw OffTheScript("no certificate to " + can);
}

// What is done about an order where it stands; the next stage follows from it.
void Player::step(const Story& story, const std::string& id) {
  struct Step {
    std::string_view stage;
    void (Player::*take)(const Story&, const std::string&);
  };
  static constexpr std::array kSteps{
      Step{"awaiting_reviewer", &Player::review},   Step{"in_review", &Player::review},
      Step{"awaiting_payment", &Player::pay},       Step{"renewal_unpaid", &Player::pay},
      Step{"renewal_paid", &Player::download},      Step{"awaiting_parcel", &Player::post},
      Step{"paper_received", &Player::check_paper}, Step{"paper_right", &Player::make},
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
  const Json shown = visitor.get("/api/v1/orders/" + id);
  for (const Json& slot : shown.at("slots")) {
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

void Player::review(const Story& story, const std::string& id) {
  if (stage(id) == "awaiting_reviewer") {
    staff_.reviewer.post(path_of(id, "claim"));
    if (story.stage == "in_review") return;
  }
  const bool accepts = story.stage != "rejected";
  const Json held = staff_.reviewer.get("/api/v1/orders/" + id);
  for (const Json& slot : held.at("slots")) {
    if (!slot.at("document").is_object()) continue;
    const bool good = accepts || slot.at("id") != "licence";
    Json decision{
        {"slot", slot.at("id")}, {"sha256", slot.at("document").at("sha256")}, {"accepted", good}};
    if (!good) decision["reasons"] = {"公章印迹太淡，请重新盖章扫描"};
    staff_.reviewer.post(path_of(id, "decisions"), decision);
  }
  if (!accepts) {
    staff_.reviewer.post(path_of(id, "rejection"), Json::object());
    return;
  }
  const Json shown = staff_.reviewer.get(path_of(id, "subjects/override_finding"));
  staff_.reviewer.post(path_of(id, "approval"), {{"digest", shown.at("digest")}});
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
  await_stage(id, story.operation == "renew" ? "renewal_paid" : "awaiting_parcel");
}

void Player::post(const Story& story, const std::string& id) {
  const Json parcel{{"carrier", "SF"}, {"number", fmt::format("SF100000000{:04}", ++parcels_)}};
  applicant(story.applicant).post(path_of(id, "courier-number"), parcel);
  staff_.maker.post(path_of(id, "parcel"), parcel);
}

void Player::check_paper(const Story& story, const std::string& id) {
  const workflow::Order now = kept(id);
  Json items = Json::array();
  const Json shown = order(id);
  for (const Json& paper : shown.at("paper")) {
    const std::string slot = paper.at("slot");
    const bool good = story.stage != "paper_wrong" || slot != "licence";
    Json item{{"slot", slot}, {"good", good}};
    const auto document = now.documents.find(slot);
    if (document != now.documents.end() && document->second.template_bound) {
      item["generation"] = now.generation;
    }
    if (!good) item["fault"] = "复印件未盖公章";
    items.push_back(std::move(item));
  }
  staff_.maker.post(path_of(id, "paper-check"), {{"items", items}});
}

// At the maker's computer: the key makes its request, the page brings it. A story that ends in the
// making ends before the key is there.
void Player::make(const Story& story, const std::string& id) {
  if (story.operation == "reissue") agree_on_revoking(id);
  const bool ends_here = story.stage == "making";
  if (!ends_here) {
    const auto key = certificates::PrivateKey::generate(certificates::Algorithm::Sm2);
    staff_.maker.put(path_of(id, "key-request"), key.request(), "application/pkcs10");
  }
  staff_.maker.post(path_of(id, "making"));
  if (!ends_here) await_stage(id, "awaiting_courier");
}

void Player::agree_on_revoking(const std::string& id) {
  const std::string matter = "revoke_by_reissue";
  const Json subject = staff_.maker.get(path_of(id, "subjects/" + matter));
  staff_.maker.post(path_of(id, "second-person"),
                    {{"matter", matter}, {"reason", "补办"}, {"digest", subject.at("digest")}});
  const Json shown = staff_.second.get(path_of(id, "subjects/" + matter));
  staff_.second.post(path_of(id, "second-person-confirmation"),
                     {{"matter", matter}, {"digest", shown.at("digest")}});
}

void Player::download(const Story& story, const std::string& id) {
  const Json key = applicant(story.applicant).get("/api/v1/orders/" + id).at("chosen");
  applicant(story.applicant).post(path_of(id, "download"), {{"key_id", key.at("key_id")}});
  await_stage(id, "renewed");
}

// The letter is what was printed; that it is signed the finance office sees.
void Player::ask_refund(const Story& story, const std::string& id) {
  Visitor& visitor = applicant(story.applicant);
  visitor.post(path_of(id, "refund"), {{"reason", "项目选错"}});
  const http::Answer letter = visitor.ask("GET", path_of(id, "refund-letter"), {}, {});
  if (letter.status != 200) throw OffTheScript(id + ": no refund letter");
  const Json kept = visitor.post("/api/v1/evidence", letter.body, "application/pdf");
  visitor.post(path_of(id, "refund-letter"), {{"sha256", kept.at("sha256")}});
}

void Player::refund(const std::string& id) {
  staff_.finance.post(path_of(id, "refund-approval"));
  awaited("the refund of " + id, stop_, [&]() -> std::optional<bool> {
    return code_of(order(id).at("payment_status")) == "refunded" ? std::optional(true)
                                                                 : std::nullopt;
  });
}

void Player::dispatch(const Story& /*story*/, const std::string& id) {
  staff_.maker.post(path_of(id, "dispatch"),
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
