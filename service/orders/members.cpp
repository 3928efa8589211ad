#include "service/orders/members.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vermilion::service::orders {
namespace {

using Json = nlohmann::json;

// JSON is UTF-8 by the time it is here: every byte that continues none begins a character.
std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool has_controls(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7F;
  });
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \n") == text.npos;
}

// A name that stands twice is read in two ways by two programs, so it is none.
class NoNameTwice {
 public:
  bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
    const auto level = static_cast<std::size_t>(depth);
    if (event == Json::parse_event_t::object_start) {
      names_.resize(level + 1);
      names_.back().clear();
    }
    if (event == Json::parse_event_t::key) {
      names_.resize(level);
      twice_ = twice_ || !names_.back().insert(parsed.get<std::string>()).second;
    }
    return true;
  }
  bool twice() const { return twice_; }

 private:
  std::vector<std::set<std::string>> names_;  // of the objects that are open
  bool twice_ = false;
};

}  // namespace

Members::Members(const Json& object, std::string at, Mistakes& mistakes)
    : object_(object), at_(std::move(at)), mistakes_(mistakes) {}

void Members::mistaken(std::string_view name, std::string text) {
  mistakes_.push_back({fmt::format("{}/{}", at_, name), std::move(text)});
}

// Null stands for what is left out.
const Json* Members::find(std::string_view name) {
  asked_for_.emplace(name);
  if (!object_.is_object()) return nullptr;
  const auto found = object_.find(name);
  return found == object_.end() || found->is_null() ? nullptr : &*found;
}

const Json* Members::wanted(std::string_view name) {
  const Json* value = find(name);
  if (value == nullptr) mistaken(name, "缺少这一项");
  return value;
}

std::string Members::text_in(const Json& value, std::string_view name, std::size_t most) {
  if (!value.is_string()) {
    mistaken(name, "应为文字");
    return {};
  }
  auto text = value.get<std::string>();
  if (characters_in(text) > most) {
    mistaken(name, fmt::format("太长，最多 {} 个字", most));
  } else if (has_controls(text)) {
    mistaken(name, "含有不能显示的字符");
  }
  return text;
}

std::string Members::text(std::string_view name, std::size_t most) {
  const Json* value = wanted(name);
  if (value == nullptr) return {};
  auto text = text_in(*value, name, most);
  if (value->is_string() && is_blank(text)) mistaken(name, "不能为空");
  return text;
}

std::string Members::text_if_any(std::string_view name, std::size_t most) {
  const Json* value = find(name);
  return value == nullptr ? std::string() : text_in(*value, name, most);
}

bool Members::flag_in(const Json& value, std::string_view name) {
  if (value.is_boolean()) return value.get<bool>();
  mistaken(name, "应为 true 或 false");
  return false;
}

bool Members::flag(std::string_view name) {
  const Json* value = wanted(name);
  return value != nullptr && flag_in(*value, name);
}

bool Members::flag_or(std::string_view name, bool otherwise) {
  const Json* value = find(name);
  return value == nullptr ? otherwise : flag_in(*value, name);
}

std::int64_t Members::number_in(const Json& value, std::string_view name, std::int64_t least,
                                std::int64_t most) {
  const bool fits = value.is_number_integer() &&
                    (!value.is_number_unsigned() ||
                     value.get<std::uint64_t>() <= static_cast<std::uint64_t>(INT64_MAX));
  const std::int64_t number = fits ? value.get<std::int64_t>() : 0;
  if (fits && least <= number && number <= most) return number;
  mistaken(name, fmt::format("应为 {} 至 {} 的整数", least, most));
  return least;
}

std::int64_t Members::number(std::string_view name, std::int64_t least, std::int64_t most) {
  const Json* value = wanted(name);
  return value == nullptr ? least : number_in(*value, name, least, most);
}

std::int64_t Members::number_or(std::string_view name, std::int64_t least, std::int64_t most,
                                std::int64_t otherwise) {
  const Json* value = find(name);
  return value == nullptr ? otherwise : number_in(*value, name, least, most);
}

std::string Members::sha256(std::string_view name) {
  auto said = text(name, 64);
  const bool is_one =
      said.size() == 64 && said.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!said.empty() && !is_one) mistaken(name, "应为 64 位小写十六进制的 SHA-256");
  return said;
}

std::vector<std::string> Members::texts_if_any(std::string_view name, std::size_t most_items,
                                               std::size_t most) {
  std::vector<std::string> texts;
  const Json* value = find(name);
  if (value == nullptr) return texts;
  if (!value->is_array() || value->size() > most_items) {
    mistaken(name, fmt::format("应为列表，最多 {} 项", most_items));
    return texts;
  }
  for (std::size_t i = 0; i < value->size(); ++i) {
    texts.push_back(text_in((*value)[i], fmt::format("{}/{}", name, i), most));
  }
  return texts;
}

std::string Members::content(std::string_view name, std::size_t most_bytes) {
  const Json* value = wanted(name);
  if (value == nullptr) return {};
  if (value->is_string() && value->get_ref<const std::string&>().size() <= most_bytes) {
    return value->get<std::string>();
  }
  mistaken(name, fmt::format("应为文字，最多 {} 字节", most_bytes));
  return {};
}

std::map<std::string, std::string> Members::contents_if_any(std::string_view name,
                                                            std::size_t most_items,
                                                            std::size_t most_bytes) {
  std::map<std::string, std::string> contents;
  const Json* value = find(name);
  if (value == nullptr) return contents;
  if (!value->is_object() || value->size() > most_items) {
    mistaken(name, fmt::format("应为对象，最多 {} 项", most_items));
    return contents;
  }
  Members members(*value, fmt::format("{}/{}", at_, name), mistakes_);
  for (const auto& [path, text] : value->items()) {
    contents[path] = members.content(path, most_bytes);
  }
  return contents;
}

void Members::object_if_any(std::string_view name, const std::function<void(Members&)>& read) {
  if (find(name) != nullptr) object(name, read);
}

void Members::object(std::string_view name, const std::function<void(Members&)>& read) {
  const Json* value = wanted(name);
  if (value == nullptr) return;
  if (!value->is_object()) return mistaken(name, "应为对象");
  Members members(*value, fmt::format("{}/{}", at_, name), mistakes_);
  read(members);
  members.end();
}

void Members::list(std::string_view name, std::size_t most_items,
                   const std::function<void(Members&)>& read_item) {
  const Json* value = wanted(name);
  if (value == nullptr) return;
  if (!value->is_array() || value->size() > most_items) {
    return mistaken(name, fmt::format("应为列表，最多 {} 项", most_items));
  }
  for (std::size_t i = 0; i < value->size(); ++i) {
    const std::string place = fmt::format("{}/{}", name, i);
    if (!(*value)[i].is_object()) {
      mistaken(place, "应为对象");
      continue;
    }
    Members members((*value)[i], fmt::format("{}/{}", at_, place), mistakes_);
    read_item(members);
    members.end();
  }
}

void Members::end() {
  if (!object_.is_object()) return;
  for (const auto& [name, value] : object_.items()) {
    if (!asked_for_.contains(name)) mistaken(name, "没有这一项");
  }
}

Json object_in(std::string_view body, Mistakes& mistakes) {
  NoNameTwice names;
  Json json = Json::parse(body, std::ref(names), /*allow_exceptions=*/false);
  if (json.is_discarded() || !json.is_object()) {
    mistakes.push_back({"", "应为 JSON 对象"});
    return Json::object();
  }
  if (names.twice()) mistakes.push_back({"", "同一个名字出现了两次"});
  return json;
}

}  // namespace vermilion::service::orders
