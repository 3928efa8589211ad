#include "service/store/record/record.hpp"

#include "service/store/record/archive.hpp"

#include <utility>

namespace vermilion::service::store::record {
namespace {

namespace org = workflow::organisation;

// What was said: {"fill_form": {…}}
template <class Kind, class Body>
Json written_body(const Body& body) {
  const auto kind = static_cast<Kind>(body.index());
  return std::visit(
      [&](const auto& said) {
        return Json{{std::string(name_of(kind)), written(said)}};
      },
      body);
}

template <class Kind, class Body, std::size_t... I>
Body body_of(const Json& json, std::index_sequence<I...>) {
  const auto& object = json.get_ref<const Json::object_t&>();
  if (object.size() != 1) throw Unreadable("said is not one command");
  const auto& [name, said] = *object.begin();
  Body body;
  const auto take = [&, &said = said, &name = name](auto index) {
    if (name_of(static_cast<Kind>(index.value)) != name) return false;
    read(said, body.template emplace<index.value>());
    return true;
  };
  if (!(take(std::integral_constant<std::size_t, I>{}) || ...)) {
    throw Unreadable("unknown command: " + name);
  }
  return body;
}

template <class Kind, class Event>
Json written_event(const Event& event) {
  return {{"kind", written(event.kind)}, {"to", written(event.to)},
          {"command", event.command},    {"by", written(event.by)},
          {"at", written(event.at)},     {"said", written_body<Kind>(event.body)}};
}

template <class Kind, class Event>
Event read_event(Members& members) {
  using Body = decltype(Event::body);
  Event event;
  read(members.at("kind"), event.kind);
  read(members.at("to"), event.to);
  read(members.at("command"), event.command);
  read(members.at("by"), event.by);
  read(members.at("at"), event.at);
  event.body = body_of<Kind, Body>(members.at("said"),
                                   std::make_index_sequence<std::variant_size_v<Body>>{});
  return event;
}

template <class Effect>
Json written_effect(const Effect& effect) {
  return {{"kind", written(effect.kind)}, {"key", effect.key}, {"words", effect.words}};
}

template <class Effect>
Effect read_effect(Members& members) {
  Effect effect;
  read(members.at("kind"), effect.kind);
  read(members.at("key"), effect.key);
  effect.words = members.at("words").get<std::map<std::string, std::string>>();
  return effect;
}

std::string dumped(const Json& json) {
  try {
    return json.dump();
  } catch (const Json::exception&) {
    return "";
  }
}

// Reads all of a text as an object with `as`.
template <class As>
auto all_of(std::string_view text, As as) -> Read<decltype(as(std::declval<Members&>()))> {
  try {
    const Json json = Json::parse(text);
    Members members(json);
    auto value = as(members);
    members.must_all_be_known();
    return value;
  } catch (const Json::exception& exception) {
    return tl::unexpected(std::string(exception.what()));
  } catch (const Unreadable& unreadable) {
    return tl::unexpected(std::string(unreadable.what()));
  }
}

}  // namespace

std::string text_of(const workflow::Event& event) {
  Json json = written_event<workflow::CommandKind>(event);
  json["pinned"] = written(event.pinned);
  return dumped(json);
}

std::string text_of(const org::Event& event) {
  return dumped(written_event<org::CommandKind>(event));
}

std::string text_of(const workflow::Effect& effect) {
  Json json = written_effect(effect);
  json["amount"] = written(effect.amount);
  return dumped(json);
}

std::string text_of(const org::Effect& effect) {
  return dumped(written_effect(effect));
}

Read<workflow::Event> event_of(std::string_view text) {
  return all_of(text, [](Members& members) {
    auto event = read_event<workflow::CommandKind, workflow::Event>(members);
    read(members.at("pinned"), event.pinned);
    return event;
  });
}

Read<org::Event> organisation_event_of(std::string_view text) {
  return all_of(text,
                [](Members& members) { return read_event<org::CommandKind, org::Event>(members); });
}

Read<workflow::Effect> effect_of(std::string_view text) {
  return all_of(text, [](Members& members) {
    auto effect = read_effect<workflow::Effect>(members);
    read(members.at("amount"), effect.amount);
    return effect;
  });
}

Read<org::Effect> organisation_effect_of(std::string_view text) {
  return all_of(text, [](Members& members) { return read_effect<org::Effect>(members); });
}

}  // namespace vermilion::service::store::record
