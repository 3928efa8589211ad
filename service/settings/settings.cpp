#include "service/settings/settings.hpp"

#include "rules/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <vector>

namespace vermilion::service::settings {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r";
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string unknown(std::span<const Setting> settings, std::string_view typed) {
  std::vector<std::string_view> known;
  for (const Setting& setting : settings) known.push_back(setting.name);
  const auto meant = rules::nearest(typed, std::span<const std::string_view>(known));
  return meant ? fmt::format("there is no setting \"{}\"; did you mean \"{}\"?", typed, *meant)
               : fmt::format("there is no setting \"{}\"", typed);
}

struct Line {
  std::string name;
  std::string value;
};

// Nothing for an empty line; the complaint where it is no setting.
tl::expected<std::optional<Line>, std::string> line_of(std::string_view text) {
  text = trimmed(text.substr(0, text.find('#')));
  if (text.empty()) return std::optional<Line>();
  const auto equals = text.find('=');
  if (equals == std::string_view::npos) {
    return tl::make_unexpected(std::string("write name = value"));
  }
  return std::optional(Line{std::string(trimmed(text.substr(0, equals))),
                            std::string(trimmed(text.substr(equals + 1)))});
}

tl::expected<void, std::string> take_file(const File& file, std::span<const Setting> settings,
                                          Values& values) {
  std::istringstream lines(file.text);
  std::string text;
  for (int number = 1; std::getline(lines, text); ++number) {
    const std::string where = fmt::format("{}:{}", file.name, number);
    const auto complaint = [&](std::string_view what) {
      return tl::make_unexpected(fmt::format("{}: {}", where, what));
    };
    const auto line = line_of(text);
    if (!line) return complaint(line.error());
    if (!*line) continue;
    const auto value = values.find((*line)->name);
    if (value == values.end()) return complaint(unknown(settings, (*line)->name));
    if (value->second.origin == Origin::File) return complaint((*line)->name + " is said twice");
    value->second = {(*line)->value, Origin::File, where};
  }
  return {};
}

std::string_view name_of(Origin origin) {
  switch (origin) {
    case Origin::Fallback:
      return "default";
    case Origin::File:
      return "file";
    case Origin::Environment:
      return "environment";
    case Origin::CommandLine:
      return "command line";
  }
  return "";
}

}  // namespace

std::string flag_of(std::string_view name) {
  std::string flag = "--" + std::string(name);
  std::ranges::replace(flag, '_', '-');
  return flag;
}

std::string variable_of(std::string_view name) {
  std::string variable = "VERMILION_";
  for (const char c : name) {
    variable += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return variable;
}

tl::expected<Values, std::string> resolve(std::span<const Setting> settings,
                                          const std::optional<File>& file,
                                          const Environment& environment,
                                          const Said& command_line) {
  Values values;
  for (const Setting& setting : settings) {
    values.emplace(setting.name, Value{std::string(setting.fallback)});
  }
  if (file) {
    if (const auto taken = take_file(*file, settings, values); !taken) {
      return tl::make_unexpected(taken.error());
    }
  }
  for (auto& [name, value] : values) {
    const std::string variable = variable_of(name);
    if (auto said = environment(variable)) value = {*said, Origin::Environment, variable};
    if (const auto said = command_line.find(name); said != command_line.end()) {
      value = {said->second, Origin::CommandLine, flag_of(name)};
    }
  }
  return values;
}

std::string text_of(const Values& values, bool with_origin) {
  std::string text;
  for (const auto& [name, value] : values) {
    text += fmt::format("{} = {}", name, value.text);
    if (with_origin) {
      text += fmt::format("  # {}{}{}", name_of(value.origin), value.where.empty() ? "" : ", ",
                          value.where);
    }
    text += '\n';
  }
  return text;
}

}  // namespace vermilion::service::settings
