#pragma once

#include "workflow/instant.hpp"
#include "workflow/language.hpp"
#include "workflow/notices.hpp"
#include "workflow/project_terms.hpp"
#include "workflow/refusal.hpp"

#include <string>
#include <string_view>
#include <vector>

// What people are told. The texts stand in messages/zh.json and en.json, one entry per refusal,
// per thing an order may wait for, per notice and per piece of advice, and are compiled in.
namespace vermilion::workflow {

// The section a text stands in.
enum class Section : std::uint8_t { Refusals, Waiting, Notices, Advice };

// The entry with its placeholders filled: {missing} is words["missing"], in English
// words["missing_en"] if there is one. A placeholder nobody fills stays visible.
[[nodiscard]] std::string text_of(Section section, std::string_view name, const Words& words,
                                  Language language);

// What is wrong and what to do about it, in one or two sentences.
[[nodiscard]] std::string text_of(const Refusal& refusal, Language language);
// The text of an SMS, without the signature of its sender. Chinese only: so are the templates the
// telephone companies approve.
[[nodiscard]] std::string text_of(const Notice& notice);

// "2026-11-23 18:00", in Beijing.
[[nodiscard]] std::string beijing_text(Instant at);
// "2026-11-23", in Beijing.
[[nodiscard]] std::string beijing_date_text(Instant at);
// "220.00"
[[nodiscard]] std::string yuan_text(Fen fen);

// words["documents"] and words["documents_en"]: the names of the slots.
void tell_slots(const std::vector<std::string>& slots, const VariantTerms* variant, Words& words);

}  // namespace vermilion::workflow
