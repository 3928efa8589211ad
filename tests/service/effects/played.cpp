#include "tests/service/effects/played.hpp"

#include "service/effects/asking_after.hpp"
#include "service/effects/texting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace vermilion::tests {
namespace {

using namespace service;
using simulator::Addresses;

// Keys take a tenth of a second each to make: once for all.
const simulator::Sides& sides() {
  static const auto kSides = simulator::make_sides(Addresses{});
  return kSides;
}

// Reading keys is slower than using them.
const payment::wechat::Merchant& merchant() {
  static const auto kMerchant = simulator::merchant_of(sides().wechat, {});
  return kMerchant;
}

const payment::alipay::Application& application() {
  static const auto kApplication = simulator::application_of(sides().alipay, {});
  return kApplication;
}

const std::map<std::string, std::string, std::less<>> kTemplates{{"approved", "SMS_1"},
                                                                 {"paid", "SMS_2"},
                                                                 {"dispatched", "SMS_3"},
                                                                 {"rejected", "SMS_4"},
                                                                 {"refund_approved", "SMS_5"}};

}  // namespace

Played::Played(std::string_view lines) : partners(sides(), {}, 1, [this] { return stamp(); }) {
  journey.go(lines);
  world.stamps = [this] { return stamp(); };
  world.cashiers[workflow::Channel::WeChat] =
      effects::wechat_cashier(merchant(), carrier(), world.stamps);
  world.cashiers[workflow::Channel::Alipay] =
      effects::alipay_cashier(application(), carrier(), world.stamps);
  world.texting = {kTemplates, effects::by_aliyun(sides().aliyun, carrier(), world.stamps)};
  world.verifying = effects::Verifying{sides().verification, carrier()};
  world.tracking = effects::Tracking{sides().courier, carrier()};
  world.show = [this](const std::string& key, const std::string& url) { shown[key] = url; };
  world.ask_invoice = [this](const invoices::Asked& asked) -> effects::Outcome<void> {
    invoices.push_back(asked);
    return {};
  };
  world.in_house = [](const effects::Task&) { return effects::Carried{}; };
}

payment::Stamp Played::stamp() {
  return {journey.now, fmt::format("{:032}", ++nonces_)};
}

transport::Carrier Played::carrier() {
  return [this](const http::Request& request) -> transport::Exchanged {
    ++exchanges;
    const Cut now = std::exchange(cut, Cut::None);
    using Kind = transport::Failure::Kind;
    if (now == Cut::NotSent) return tl::unexpected(transport::Failure{Kind::NotSent, "refused"});
    auto answer = partners.answer(request);
    if (now == Cut::NoAnswer) return tl::unexpected(transport::Failure{Kind::Unknown, "was cut"});
    return answer;
  };
}

const workflow::Effect& Played::effect(std::string_view kind) const {
  const auto& all = journey.effects;
  const auto found = std::find_if(all.rbegin(), all.rend(), [&](const workflow::Effect& one) {
    return workflow::name_of(one.kind) == kind;
  });
  if (found == all.rend()) throw std::invalid_argument(fmt::format("no {} asked for", kind));
  return *found;
}

effects::Outcome<effects::Carried> Played::carry(std::string_view kind, bool uncertain) {
  auto carried = effects::carry({effect(kind), journey.order, uncertain}, world);
  if (!carried) return carried;
  for (const auto& command : carried->say) say(command);
  return carried;
}

std::vector<effects::Failure> Played::carry_all() {
  std::vector<effects::Failure> failures;
  while (carried_ < journey.effects.size()) {
    const workflow::Effect next = journey.effects[carried_++];
    if (!effects::is_carried(next.kind)) continue;
    const auto carried = effects::carry({next, journey.order}, world);
    if (!carried) {
      failures.push_back(carried.error());
      continue;
    }
    for (const auto& command : carried->say) say(command);
  }
  return failures;
}

bool Played::say(const workflow::Command& command) {
  auto step = workflow::apply(journey.order, command, journey.facts(), journey.now);
  if (!step) return false;
  journey.order = std::move(step->order);
  journey.log.insert(journey.log.end(), step->events.begin(), step->events.end());
  for (const auto& one : step->effects) journey.effects.push_back(one);
  return true;
}

effects::Hearing Played::read(const simulator::Callback& callback) {
  const auto& [url, request] = callback;
  const auto find = [this](const std::string&) { return journey.order; };
  if (url.ends_with("/wechat")) {
    return effects::hear_wechat(request.headers, request.body, merchant(), journey.now);
  }
  if (url.ends_with("/alipay")) {
    return effects::hear_alipay(request.body, application());
  }
  if (url.ends_with("/verification")) {
    return effects::hear_verification(request.headers, request.body, sides().verification,
                                      journey.now, find);
  }
  return effects::hear_courier(request.body, sides().courier, journey.order);
}

bool Played::hear(const simulator::Callback& callback) {
  const auto heard_now = read(callback);
  if (!heard_now) {
    ++distrusted;
    return false;
  }
  if (!heard.insert({heard_now->provider, heard_now->id}).second) return true;
  if (heard_now->ask) ask_after();
  if (!heard_now->say || say(*heard_now->say)) return true;
  heard.erase({heard_now->provider, heard_now->id});
  return false;
}

void Played::hear_all() {
  for (const auto& delivery : partners.take_deliveries()) hear(delivery.callback);
}

void Played::ask_after() {
  for (const auto& command : effects::ask_after(journey.order, world)) say(command);
}

}  // namespace vermilion::tests
