// `std::visit(on{[](const A&) {…}, [](const B&) {…}}, variant)`: one lambda per alternative.
#pragma once

namespace base {

template <class... Handlers>
struct on : Handlers... {
  using Handlers::operator()...;
};
template <class... Handlers>
on(Handlers...) -> on<Handlers...>;

}  // namespace base
