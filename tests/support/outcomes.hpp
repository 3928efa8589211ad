#pragma once

#include "service/batch/outcome.hpp"

#include <string>
#include <vector>

// Hand-made outcomes, as an inspection would give them.
namespace vermilion::tests {

pipeline::Report a_readable_report(std::string file, std::vector<pipeline::Finding> findings = {});

service::batch::Outcome reviewed(pipeline::Report report);
service::batch::Outcome unreadable(std::string file, std::string detail);
service::batch::Outcome failed(std::string file, std::string detail);

}  // namespace vermilion::tests
