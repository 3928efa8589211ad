#pragma once

#include "workflow/effect.hpp"
#include "workflow/event.hpp"
#include "workflow/organisation/organisation.hpp"
#include "workflow/organisation/transitions.hpp"
#include "workflow/payment.hpp"
#include "workflow/status.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

// The stored names of enumerators. Those of workflow/ are stable by its own promise; those it has
// no name for are named here.
namespace vermilion::service::store::record {

// One past the last enumerator.
template <class Enum>
inline constexpr std::size_t kCount = 0;
template <>
inline constexpr std::size_t kCount<workflow::Operation> = 5;
template <>
inline constexpr std::size_t kCount<workflow::Channel> = 3;
template <>
inline constexpr std::size_t kCount<workflow::Matter> = 5;
template <>
inline constexpr std::size_t kCount<workflow::Role> = workflow::kRoleNames.size();
template <>
inline constexpr std::size_t kCount<workflow::Stage> = workflow::kStages;
template <>
inline constexpr std::size_t kCount<workflow::EventKind> = workflow::kEvents;
template <>
inline constexpr std::size_t kCount<workflow::EffectKind> = workflow::kEffects;
template <>
inline constexpr std::size_t kCount<workflow::Status> = 7;
template <>
inline constexpr std::size_t kCount<workflow::PaymentStatus> = 5;
template <>
inline constexpr std::size_t kCount<workflow::Delivery> = 2;
template <>
inline constexpr std::size_t kCount<workflow::commands::VoidReason> = 4;
template <>
inline constexpr std::size_t kCount<workflow::organisation::Purpose> = 3;
template <>
inline constexpr std::size_t kCount<workflow::organisation::State> =
    workflow::organisation::kStates;
template <>
inline constexpr std::size_t kCount<workflow::organisation::EventKind> =
    workflow::organisation::kEvents;
template <>
inline constexpr std::size_t kCount<workflow::organisation::EffectKind> =
    workflow::organisation::kEffects;

std::string_view stored_name(workflow::Delivery delivery);
std::string_view stored_name(workflow::commands::VoidReason reason);
std::string_view stored_name(workflow::organisation::State state);
std::string_view stored_name(workflow::Status status);
std::string_view stored_name(workflow::PaymentStatus status);
std::string_view stored_name(workflow::Attempt::State state);
std::string_view stored_name(workflow::Refund::State state);
template <class Enum>
std::string_view stored_name(Enum value) {
  return name_of(value);
}

template <class Enum>
std::optional<Enum> named(std::string_view name) {
  for (std::size_t i = 0; i < kCount<Enum>; ++i) {
    if (stored_name(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace vermilion::service::store::record
