// The whole site as one responder: published files first, computed routes next, else "not found".
#pragma once

#include <optional>

#include "http/responder.h"
#include "http/routes.h"
#include "http/static_files.h"

namespace http {

class Site final : public Responder {
 public:
  Site(StaticFiles files, Routes routes) : files_(std::move(files)), routes_(std::move(routes)) {}

  std::optional<HttpOut> answer_at_once(const HttpIn& in) override;
  HttpOut answer_with_work(const HttpIn& in) override { return routes_.answer(in); }

 private:
  StaticFiles files_;
  Routes routes_;
};

}  // namespace http
