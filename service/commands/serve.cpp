#include "service/commands/serve.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "service/batch/contents.hpp"
#include "service/commands/models_folder.hpp"
#include "service/commands/rule_set.hpp"
#include "service/commands/rules_folder.hpp"
#include "service/commands/serving.hpp"
#include "service/commands/stop_signals.hpp"
#include "service/server/server.hpp"
#include "service/server/server_settings.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <future>
#include <map>
#include <memory>
#include <ostream>
#include <string>
#include <thread>
#include <utility>

namespace vermilion::service::commands {
namespace {

using cli::Console;
using cli::ExitCode;
using server::Resources;
using server::ServerSettings;

template <class T>
using Made = tl::expected<T, std::string>;

constexpr std::size_t kTextBytes = 1 << 20;  // of a file with keys or settings

constexpr const char* kExamples = R"eg(Examples:
  key=$(openssl rand -hex 24)
  printf 'integrator %s\n' "$(printf %s "$key" | sha256sum | cut -c1-64)" > api.keys
  vermilion serve --api-keys api.keys
  curl -H "Authorization: Bearer $key" -H 'Content-Type: image/jpeg' --data-binary @scan.jpg \
      'http://127.0.0.1:8080/api/v1/inspections?project=yingtan_sunshine&document=licence'
)eg";

struct Options {
  std::string config;
  std::map<std::string, std::string, std::less<>> said;
  bool origin = false;
};

void declare_settings(CLI::App& app, Options& options) {
  app.add_option("--config", options.config, "File of settings: name = value, a line each")
      ->envname("VERMILION_CONFIG")
      ->type_name("FILE");
  for (const auto& setting : server::server_settings()) {
    const std::string fallback =
        setting.fallback.empty() ? "" : fmt::format(" ({} unless said)", setting.fallback);
    app.add_option_function<std::string>(
           settings::flag_of(setting.name),
           [&options, name = std::string(setting.name)](const std::string& value) {
             options.said[name] = value;
           },
           fmt::format("{}{}", setting.summary, fallback))
        ->type_name("V");
  }
}

Made<std::string> text_in(const std::filesystem::path& file) {
  const auto contents = batch::read_file(file.string(), kTextBytes);
  if (!contents) return tl::make_unexpected(fmt::format("{}: {}", file.string(), contents.error()));
  return std::string(reinterpret_cast<const char*>(contents->bytes.data()), contents->bytes.size());
}

std::optional<std::string> variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

Made<settings::Values> values_of(const Options& options) {
  std::optional<settings::File> file;
  if (!options.config.empty()) {
    auto text = text_in(options.config);
    if (!text) return tl::make_unexpected(text.error());
    file = settings::File{options.config, std::move(*text)};
  }
  return settings::resolve(server::server_settings(), file, variable, options.said);
}

using Projects = decltype(Resources::projects);

Made<Projects> projects_in(const std::filesystem::path& folder) {
  auto read = rule_set(folder, folder, pipeline::check_descriptions(), rules::Language::English);
  if (!read) return tl::make_unexpected(read.error());
  Projects projects;
  for (auto& project : *read) {
    std::string id = project.id;
    projects.emplace(std::move(id), std::make_shared<const rules::Project>(std::move(project)));
  }
  return projects;
}

// A file of keys, as its parser reads it; nothing of it where none is named.
template <class Keys, class Parse>
Made<Keys> keys_in(const std::filesystem::path& file, const Parse& parse) {
  if (file.empty()) return Keys{};
  const auto text = text_in(file);
  if (!text) return tl::make_unexpected(text.error());
  auto keys = parse(*text);
  if (!keys) return tl::make_unexpected(fmt::format("{}: {}", file.string(), keys.error()));
  return std::move(*keys);
}

auto form_keys_of(const std::string& text) {
  return rules::forms::parse_keys(text).map_error([](const auto& error) { return error.detail; });
}

// What is read before anything runs: a mistake in it is said at once, and once.
struct Read {
  Projects projects;
  std::vector<rules::forms::Key> form_keys;
  server::ApiKeys api_keys;
};

Made<Read> read_files(const ServerSettings& settings) {
  Read read;
  auto projects = projects_in(settings.rules);
  if (!projects) return tl::make_unexpected(projects.error());
  auto api_keys = keys_in<server::ApiKeys>(settings.api_keys, server::ApiKeys::parse);
  if (!api_keys) return tl::make_unexpected(api_keys.error());
  auto form_keys = keys_in<std::vector<rules::forms::Key>>(settings.form_keys, form_keys_of);
  if (!form_keys) return tl::make_unexpected(form_keys.error());
  return Read{std::move(*projects), std::move(*form_keys), std::move(*api_keys)};
}

using Workers = Made<std::unique_ptr<workers::WorkerPool>>;

// Their process reads the models meanwhile: that takes as long as opening everything else.
std::future<Workers> workers_of(workers::PoolSettings settings, const server::Log& log) {
  settings.zygote.program = "/proc/self/exe";
  if (settings.zygote.models.empty()) settings.zygote.models = models_folder();
  return std::async(std::launch::async, [settings = std::move(settings), log] {
    return workers::WorkerPool::start(settings, pipeline::check_descriptions(),
                                      [log](std::string_view line) {
                                        log("workers", {{"what", line}});
                                      });
  });
}

std::function<server::Metrics::Gauges()> gauges_of(const workers::WorkerPool& pool,
                                                   const server::FairTurns& turns,
                                                   running::Installation* installation) {
  return [&pool, &turns, installation] {
    const auto counts = pool.counts();
    const auto load =
        installation == nullptr ? running::Installation::Load{} : installation->load();
    return server::Metrics::Gauges{.working = static_cast<double>(turns.working()),
                                   .waiting = static_cast<double>(turns.waiting()),
                                   .workers_forked = static_cast<double>(counts.forked),
                                   .workers_lost = static_cast<double>(counts.lost),
                                   .jobs_waiting = static_cast<double>(load.waiting),
                                   .jobs_dead = static_cast<double>(load.dead)};
  };
}

ExitCode refused(Console& console, std::string_view command, std::string_view complaint) {
  console.err << fmt::format("vermilion {}: {}\n", command, complaint);
  return ExitCode::WrongUse;
}

}  // namespace

tl::expected<ExitCode, std::string> serve_until_stopped(ServerSettings settings,
                                                        const server::Log& log,
                                                        const Meanwhile& meanwhile) {
  const StopSignals signals;
  if (settings.rules.empty()) settings.rules = rules_folder();
  auto coming = workers_of(settings.pool, log);
  auto read = read_files(settings);
  if (!read) return tl::make_unexpected(read.error());
  auto rooms = open_rooms(settings, settings.rules, log);
  if (!rooms) return tl::make_unexpected(rooms.error());
  auto pool = coming.get();
  if (!pool) return tl::make_unexpected(pool.error());
  Resources resources{
      .checks = pipeline::check_descriptions(),
      .projects = std::move(read->projects),
      .form_keys = std::move(read->form_keys),
      .api_keys = std::move(read->api_keys),
      .inspect = [&pool](auto bytes, auto file,
                         const auto& plan) { return (*pool)->inspect(bytes, file, plan); },
      .turns = server::FairTurns(settings.pool.workers, settings.waiting_most),
      .metrics = {},
      .log = log,
      .gauges = {}};
  resources.gauges = gauges_of(**pool, resources.turns, rooms->installation.get());
  connect(*rooms, settings, resources, **pool);
  auto running = server::Server::start(settings.listen, resources);
  if (!running) return tl::make_unexpected(running.error());
  start_work(*rooms, settings);
  log("serving", {{"address", settings.listen.address},
                  {"port", running->port()},
                  {"projects", resources.projects.size()}});
  std::jthread besides([&](const std::stop_token& stop) {
    if (meanwhile) meanwhile(*rooms, stop);
  });
  signals.wait();
  log("stopping", nlohmann::ordered_json::object());
  // Both at once: each may take as long as what it has begun.
  if (rooms->installation) rooms->installation->ask_to_stop();
  besides.request_stop();
  const bool all_ended = running->stop();
  if (rooms->installation) rooms->installation->stop();
  log("stopped", {{"all_ended", all_ended}});
  return all_ended ? ExitCode::Accepted : ExitCode::OurFault;
}

cli::Action serve(CLI::App& app, Console& console) {
  const auto options = std::make_shared<Options>();
  declare_settings(app, *options);
  app.footer(kExamples);
  return [options, &console] {
    const auto code = values_of(*options)
                          .and_then(server::server_settings_of)
                          .and_then([](const ServerSettings& settings) {
                            return serve_until_stopped(settings, server::log_to_standard_error());
                          });
    return code ? *code : refused(console, "serve", code.error());
  };
}

cli::Action config(CLI::App& app, Console& console) {
  const auto options = std::make_shared<Options>();
  CLI::App& show = *app.add_subcommand("show", "Every setting with its value");
  app.require_subcommand(1);
  declare_settings(show, *options);
  show.add_flag("--origin", options->origin, "Where each value comes from");
  return [options, &console] {
    const auto values = values_of(*options);
    if (!values) return refused(console, "config", values.error());
    console.out << settings::text_of(*values, options->origin);
    const auto sound = server::server_settings_of(*values);
    return sound ? ExitCode::Accepted : refused(console, "config", sound.error());
  };
}

}  // namespace vermilion::service::commands
