#pragma once

#include "service/store/record/archive.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <random>
#include <string>
#include <variant>

// Values of every kind that can be stored, filled member by member from the table of fields: one
// that is added there is filled here by itself.
namespace vermilion::tests {

class Filling {
 public:
  explicit Filling(std::uint64_t seed) : random_(seed) {}

  void fill(std::string& text) {
    constexpr std::string_view kPieces[] = {"a", "公", "\"", "\\", "/", "\n", "𠮷", " ", "{", "é"};
    for (std::size_t i = 1 + random_() % 6; i > 0; --i) text += kPieces[random_() % 10];
  }
  void fill(bool& value) { value = random_() % 2 == 0; }
  void fill(int& value) { value = static_cast<int>(random_() % 2001) - 1000; }
  void fill(unsigned& value) { value = static_cast<unsigned>(random_() % 100'000); }
  void fill(workflow::Fen& fen) { fen.amount = static_cast<std::int64_t>(random_() >> 1); }
  void fill(workflow::Instant& at) {
    at = workflow::Instant(std::chrono::seconds(random_() % 4'000'000'000));
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void fill(Enum& value) {
    value = static_cast<Enum>(random_() % service::store::record::kCount<Enum>);
  }
  template <class T>
  void fill(std::optional<T>& value) {
    if (random_() % 3 != 0) fill(value.emplace());
  }
  template <class T>
  void fill(std::vector<T>& values) {
    values.resize(random_() % 4);
    for (T& value : values) fill(value);
  }
  template <service::store::record::Struct T>
  void fill(T& value) {
    std::apply([&](const auto&... field) { (fill(value.*field.member), ...); },
               service::store::record::kFields<T>);
  }

  // With the command that has this index.
  template <class Event>
  Event event(std::size_t command) {
    Event event;
    fill(event.kind);
    fill(event.to);
    fill(event.command);
    fill(event.by);
    fill(event.at);
    put<0>(event.body, command);
    if constexpr (requires { event.pinned; }) fill(event.pinned);
    return event;
  }

  template <class Effect>
  Effect effect() {
    Effect effect;
    fill(effect.kind);
    fill(effect.key);
    for (std::size_t i = random_() % 4; i > 0; --i) fill(effect.words[fmt::format("word{}", i)]);
    if constexpr (requires { effect.amount; }) fill(effect.amount);
    return effect;
  }

 private:
  template <std::size_t I, class Body>
  void put(Body& body, std::size_t index) {
    if constexpr (I < std::variant_size_v<Body>) {
      if (I == index) {
        fill(body.template emplace<I>());
      } else {
        put<I + 1>(body, index);
      }
    }
  }

  std::mt19937_64 random_;
};

}  // namespace vermilion::tests
