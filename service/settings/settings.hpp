#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// Settings of a program that runs for months: each has a name, a value where nobody says, and may
// be said in a file, in the environment and on the command line, each going before the one before
// it.
namespace vermilion::service::settings {

struct Setting {
  std::string_view name;  // "cpu_seconds"; `--cpu-seconds` and `VERMILION_CPU_SECONDS` besides
  std::string_view fallback;
  std::string_view summary;  // one line, with the unit
};

enum class Origin : std::uint8_t { Fallback, File, Environment, CommandLine };

struct Value {
  std::string text;
  Origin origin = Origin::Fallback;
  std::string where = {};  // "vermilion.conf:3", "VERMILION_WORKERS", "--workers"
};

using Values = std::map<std::string, Value, std::less<>>;
using Said = std::map<std::string, std::string, std::less<>>;
using Environment = std::function<std::optional<std::string>(const std::string& variable)>;

struct File {
  std::string name;
  std::string text;  // lines of `name = value`; `#` begins a remark
};

// Every setting with its value and where it comes from. The complaint names the line of a file that
// is no setting, a name there is not (and which was meant), and one that is said twice.
[[nodiscard]] tl::expected<Values, std::string> resolve(std::span<const Setting> settings,
                                                        const std::optional<File>& file,
                                                        const Environment& environment,
                                                        const Said& command_line);

// "--cpu-seconds", "VERMILION_CPU_SECONDS"
[[nodiscard]] std::string flag_of(std::string_view name);
[[nodiscard]] std::string variable_of(std::string_view name);

// `name = value`, a line each; with the origin behind it where that is wanted.
[[nodiscard]] std::string text_of(const Values& values, bool with_origin);

}  // namespace vermilion::service::settings
