#pragma once

#include "service/cli/program.hpp"
#include "service/server/log.hpp"
#include "service/server/server_settings.hpp"

#include <tl/expected.hpp>

#include <functional>
#include <stop_token>
#include <string>

namespace vermilion::service::commands {

struct Rooms;

// What goes on besides while the server runs, on a thread of its own; ends soon when asked to.
using Meanwhile = std::function<void(Rooms& rooms, const std::stop_token& stop)>;

// Answers until SIGINT or SIGTERM, which a program of one thread is to call. The error says why
// nothing was started.
[[nodiscard]] tl::expected<cli::ExitCode, std::string> serve_until_stopped(
    server::ServerSettings settings, const server::Log& log, const Meanwhile& meanwhile = {});

// `vermilion serve` and `vermilion config`: the server, and what it would go by.
cli::Action serve(CLI::App& app, cli::Console& console);
cli::Action config(CLI::App& app, cli::Console& console);

}  // namespace vermilion::service::commands
