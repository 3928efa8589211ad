#include "service/cli/program.hpp"
#include "service/commands/admin.hpp"
#include "service/commands/demo.hpp"
#include "service/commands/forms.hpp"
#include "service/commands/inspect.hpp"
#include "service/commands/rules.hpp"
#include "service/commands/samples.hpp"
#include "service/commands/serve.hpp"
#include "service/commands/simulate.hpp"
#include "service/commands/work.hpp"

#include <string>
#include <vector>

using namespace vermilion::service;

int main(int argc, char** argv) {
  const cli::Command table[] = {
      {"inspect", "Look at scans and say what is wrong with them",
       [](CLI::App& app, cli::Console& console) {
         return commands::inspect(app, console, commands::real_pipeline());
       }},
      {"forms", "Print the forms of an order", commands::forms},
      {"rules", "Check the rules of projects, and say what they may hold", commands::rules},
      {"samples", "Draw documents nobody has to own", commands::samples},
      {"serve", "Answer requests over HTTP", commands::serve},
      {"demo", "Serve orders in every stage, with everybody outside played", commands::demo},
      {"config", "Say what the server would go by", commands::config},
      {"admin", "Look after ledger, backups, keys and certificates", commands::admin},
      {"simulate", "Play payment, messages, verification and couriers, to try and to test",
       commands::simulate},
      {"work", "Look at scans for a server that asks for it", commands::work},
  };
  cli::Console console = cli::standard_console();
  const cli::ExitCode code =
      cli::run(table, std::vector<std::string>(argv + 1, argv + argc), console);
  return static_cast<int>(code);
}
