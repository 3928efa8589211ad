#pragma once

#include <string>

// The table of transitions as people read it. README.md and TRANSITIONS.md hold what these give; a
// test holds them together.
namespace vermilion::workflow {

// A mermaid state diagram: the stages within the status customers see, and the commands that lead
// from one to the other. What leads into `void` is left out, it would cross everything.
[[nodiscard]] std::string chart();

// Every row: command, stages, who, if, needs, event, next, effects; in Markdown.
[[nodiscard]] std::string transition_table();

}  // namespace vermilion::workflow
