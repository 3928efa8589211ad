#pragma once

#include "service/demo/applicant.hpp"
#include "service/demo/stories.hpp"
#include "service/demo/visitor.hpp"
#include "service/scans/house.hpp"
#include "service/simulator/partners.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace vermilion::service::demo {

// Members of the staff by what they may do; they have signed in.
struct Staff {
  Visitor reviewer;
  Visitor maker;
  Visitor second;  // another maker: what cannot be undone takes two
  Visitor finance;
};

// Tells stories: says over HTTP what applicants and staff would, and plays everybody outside.
class Player {
 public:
  Player(std::uint16_t port, Staff staff, simulator::Partners& partners, scans::House& house,
         std::stop_token stop = {});

  // Registers the applicant the first time he is needed.
  Visitor& applicant(std::size_t which);
  const Applicant& particulars(std::size_t which) const { return applicants_.at(which); }

  // From the beginning to the stage the story ends in; gives the order's number.
  std::string tell(const Story& story);

  Json order(const std::string& id);
  std::string stage(const std::string& id);

 private:
  std::string begin(const Story& story);
  Json chosen(const Story& story);
  void step(const Story& story, const std::string& id);

  void prepare(const Story& story, const std::string& id);
  void verify(const std::string& id);
  void upload(const Story& story, const std::string& id);
  void review(const Story& story, const std::string& id);
  void pay(const Story& story, const std::string& id);
  void post(const Story& story, const std::string& id);
  void check_paper(const Story& story, const std::string& id);
  void make(const Story& story, const std::string& id);
  void agree_on_revoking(const std::string& id);
  void download(const Story& story, const std::string& id);
  void ask_refund(const Story& story, const std::string& id);
  void refund(const std::string& id);
  void dispatch(const Story& story, const std::string& id);

  void await_stage(const std::string& id, const std::string& stage);
  workflow::Order kept(const std::string& id);

  const std::uint16_t port_;
  Staff staff_;
  simulator::Partners& partners_;
  scans::House& house_;
  const std::stop_token stop_;
  std::vector<Applicant> applicants_;
  std::map<std::size_t, Visitor> visitors_;
  int parcels_ = 0;
};

}  // namespace vermilion::service::demo
