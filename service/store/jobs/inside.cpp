#include "service/store/jobs/inside.hpp"

#include "workflow/stage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

namespace vermilion::service::store::jobs {
namespace {

namespace org = workflow::organisation;
using database::Result;
using orders::Message;
using workflow::Stage;

constexpr std::array kClosed{Stage::Void, Stage::Issued, Stage::Renewed};

bool is_open(const orders::Line& line) {
  return std::ranges::none_of(kClosed, [&](Stage stage) { return name_of(stage) == line.stage; });
}

workflow::Actor whoever_keeps_this() {
  return {workflow::Role::System, "store"};
}

Message voiding(const Claim& claim, const std::string& order, workflow::VoidReason reason) {
  orders::ToOrder to;
  to.order = order;
  to.command.id = fmt::format("{}/{}", claim.key, order);
  to.command.by = whoever_keeps_this();
  to.command.body = workflow::VoidOrder{reason, ""};
  return to;
}

Result<std::vector<Message>> voided(orders::Orders& orders, const Claim& claim,
                                    const org::Effect& effect) {
  const auto lines =
      orders.list({.organisation = claim.organisation, .limit = std::numeric_limits<int>::max()});
  if (!lines) return tl::unexpected(lines.error());
  const bool renamed = effect.words.at("reason") == "wrong_name";
  const auto reason = renamed ? workflow::VoidReason::WrongName : workflow::VoidReason::WrongCode;
  std::vector<Message> messages;
  for (const orders::Line& line : *lines) {
    if (is_open(line)) messages.push_back(voiding(claim, line.id, reason));
  }
  return messages;
}

std::vector<Message> superseded(const Claim& claim, const org::Effect& effect) {
  orders::ToOrganisation to;
  to.credit_code = effect.words.at("wrong");
  to.command.id = claim.key;
  to.command.by = whoever_keeps_this();
  to.command.body = org::Supersede{claim.organisation};
  return {to};
}

}  // namespace

Result<std::optional<std::vector<Message>>> said_inside(orders::Orders& orders,
                                                        const Claim& claim) {
  const auto* effect = std::get_if<org::Effect>(&claim.effect);
  if (effect == nullptr) return std::nullopt;
  if (effect->kind == org::EffectKind::SupersedeAccount) return superseded(claim, *effect);
  if (effect->kind != org::EffectKind::VoidOrders) return std::nullopt;
  auto messages = voided(orders, claim, *effect);
  if (!messages) return tl::unexpected(messages.error());
  return std::move(*messages);
}

}  // namespace vermilion::service::store::jobs
