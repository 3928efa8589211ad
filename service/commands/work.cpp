#include "service/commands/work.hpp"

#include "service/commands/models_folder.hpp"
#include "service/workers/zygote.hpp"

#include <CLI/App.hpp>
#include <sys/socket.h>

#include <memory>
#include <ostream>
#include <string>

namespace vermilion::service::commands {
namespace {

using cli::ExitCode;

constexpr int kControl = 3;  // where the server leaves its socket

struct Options {
  std::string models;
  std::size_t memory_bytes = 0;
  std::uint64_t cpu_s = 0;
};

bool is_socket(int descriptor) {
  int type = 0;
  socklen_t size = sizeof type;
  return getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

ExitCode carry_out(const Options& options, cli::Console& console) {
  if (!is_socket(kControl)) {
    console.err << "vermilion work: started by the server and by inspect --isolated, not by hand\n";
    return ExitCode::WrongUse;
  }
  const std::filesystem::path models =
      options.models.empty() ? models_folder() : std::filesystem::path(options.models);
  const bool worked = workers::be_zygote(kControl, models, options.memory_bytes, options.cpu_s);
  return worked ? ExitCode::Accepted : ExitCode::OurFault;
}

}  // namespace

cli::Action work(CLI::App& app, cli::Console& console) {
  const auto options = std::make_shared<Options>();
  app.add_option("--models", options->models, "Folder of the models")
      ->envname("VERMILION_MODELS")
      ->type_name("DIR");
  app.add_option("--memory-bytes", options->memory_bytes,
                 "Memory of each worker besides models and program")
      ->required()
      ->type_name("N");
  app.add_option("--cpu-seconds", options->cpu_s, "CPU of each worker in its life")
      ->required()
      ->type_name("N");
  return [options, &console] { return carry_out(*options, console); };
}

}  // namespace vermilion::service::commands
