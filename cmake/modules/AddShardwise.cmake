# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Functions that every CMakeLists.txt of the project uses.
#
#   shardwise_tablegen(TARGET FILE.td NAME ARGS... )   one generated header pair
#   shardwise_pkg_config(PREFIX MODULE)                 PkgConfig::PREFIX
#   add_shardwise_library(NAME SOURCES... [LINK_LIBS ...] [DEPENDS ...] [NO_MLIR])
#   add_shardwise_tool(NAME SOURCES... [LINK_LIBS ...])
#   add_shardwise_unittest(NAMETests SOURCES... [LINK_LIBS ...] [NO_MLIR])

# What all code of the project is compiled with. NDEBUG follows LLVM's own
# build: with another setting, classes of MLIR would differ in size. Code
# without MLIR may have assertions all the same, and has them with
# SHARDWISE_ENABLE_ASSERTIONS.
add_library(ShardwiseOptions INTERFACE)
target_include_directories(ShardwiseOptions INTERFACE
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
  $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include>
  $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
# Where LLVM lies, ShardwiseConfig.cmake finds out again for an installed project.
if(NOT SHARDWISE_RUNNER_ONLY)
  target_include_directories(ShardwiseOptions SYSTEM INTERFACE
    "$<BUILD_INTERFACE:${MLIR_INCLUDE_DIRS};${LLVM_INCLUDE_DIRS}>")
endif()
# Headers of fmt, JSON, options and hashes. Only fmt's are used by public ones;
# ShardwiseConfig.cmake finds them again.
foreach(library fmt::fmt nlohmann_json::nlohmann_json CLI11::CLI11)
  target_include_directories(ShardwiseOptions SYSTEM INTERFACE
    "$<BUILD_INTERFACE:$<TARGET_PROPERTY:${library},INTERFACE_INCLUDE_DIRECTORIES>>")
endforeach()
target_include_directories(ShardwiseOptions SYSTEM INTERFACE
  "$<BUILD_INTERFACE:${SHARDWISE_XXHASH_INCLUDE_DIR}>")
# The rest is for the project's own code and does not reach who embeds it.
if(LLVM_ENABLE_ASSERTIONS)
  target_compile_options(ShardwiseOptions INTERFACE $<BUILD_INTERFACE:-UNDEBUG>)
else()
  target_compile_definitions(ShardwiseOptions INTERFACE 
    $<BUILD_INTERFACE:$<$<NOT:$<BOOL:$<TARGET_PROPERTY:SHARDWISE_ASSERTIONS>>>:NDEBUG>>)
endif()
target_compile_options(ShardwiseOptions INTERFACE
  "$<BUILD_INTERFACE:-Wall;-Wextra;-Wno-unused-parameter;-Wno-comment>"
  "$<BUILD_INTERFACE:$<$<CXX_COMPILER_ID:GNU>:-Wno-dangling-reference;-Wno-restrict>>")
if(SHARDWISE_ENABLE_WERROR)
  target_compile_options(ShardwiseOptions INTERFACE $<BUILD_INTERFACE:-Werror>)
endif()
install(TARGETS ShardwiseOptions EXPORT ShardwiseTargets)

# The compiler has no exceptions and no RTTI, like MLIR.
add_library(ShardwiseCompilerOptions INTERFACE)
target_link_libraries(ShardwiseCompilerOptions INTERFACE ShardwiseOptions)
target_compile_options(ShardwiseCompilerOptions INTERFACE
  "$<BUILD_INTERFACE:-fno-exceptions;-fno-rtti>")
install(TARGETS ShardwiseCompilerOptions EXPORT ShardwiseTargets)

# What the compiler's code without MLIR uses of LLVM.
if(NOT SHARDWISE_RUNNER_ONLY)
  add_library(ShardwiseLLVMSupport INTERFACE)
  target_link_libraries(ShardwiseLLVMSupport INTERFACE LLVM)
  install(TARGETS ShardwiseLLVMSupport EXPORT ShardwiseTargets)
endif()

# One precompiled header of MLIR's headers, shared by all compiler libraries.
if(NOT SHARDWISE_RUNNER_ONLY)
file(WRITE ${PROJECT_BINARY_DIR}/shardwise_pch.cpp "")
add_library(ShardwisePCH OBJECT ${PROJECT_BINARY_DIR}/shardwise_pch.cpp)
target_link_libraries(ShardwisePCH PRIVATE ShardwiseCompilerOptions)
target_precompile_headers(ShardwisePCH PRIVATE
  <mlir/Dialect/Arith/IR/Arith.h>
  <mlir/Dialect/Func/IR/FuncOps.h>
  <mlir/Dialect/Linalg/IR/Linalg.h>
  <mlir/Dialect/Math/IR/Math.h>
  <mlir/Dialect/MemRef/IR/MemRef.h>
  <mlir/Dialect/SCF/IR/SCF.h>
  <mlir/Dialect/Tensor/IR/Tensor.h>
  <mlir/IR/Builders.h>
  <mlir/IR/BuiltinAttributes.h>
  <mlir/IR/BuiltinOps.h>
  <mlir/IR/DialectImplementation.h>
  <mlir/IR/OpImplementation.h>
  <mlir/IR/PatternMatch.h>
  <mlir/Pass/Pass.h>
  <mlir/Pass/PassManager.h>)
endif()

# Gives an executable the precompiled header. It was compiled with -fPIC, so
# the executable must be too, where CMake would take -fPIE.
function(shardwise_reuse_pch executable)
  set_target_properties(${executable} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
  target_compile_options(${executable} PRIVATE -fPIC)
  target_precompile_headers(${executable} REUSE_FROM ShardwisePCH)
endfunction()

# Generates NAME.ARG files from FILE.td: pairs of (output suffix, generator).
function(shardwise_tablegen target td)
  set(LLVM_TARGET_DEFINITIONS ${td})
  set(rest ${ARGN})
  while(rest)
    list(POP_FRONT rest output generator)
    string(REPLACE "|" ";" generator "${generator}")
    mlir_tablegen(${output} ${generator})
  endwhile()
  add_public_tablegen_target(${target})
  set_property(GLOBAL APPEND PROPERTY SHARDWISE_TABLEGEN_TARGETS ${target})
endfunction()

# Finds a library through pkg-config. Projects that use the installed package
# find it the same way.
macro(shardwise_pkg_config prefix module)
  pkg_check_modules(${prefix} REQUIRED IMPORTED_TARGET GLOBAL ${module})
  set_property(GLOBAL APPEND_STRING PROPERTY SHARDWISE_PKG_CONFIG_CALLS
    "pkg_check_modules(${prefix} QUIET REQUIRED IMPORTED_TARGET ${module})\n")
endmacro()

function(add_shardwise_library name)
  cmake_parse_arguments(ARG "NO_MLIR" "" "LINK_LIBS;DEPENDS" ${ARGN})
  add_library(${name} STATIC ${ARG_UNPARSED_ARGUMENTS})
  add_library(Shardwise::${name} ALIAS ${name})
  target_link_libraries(${name} PUBLIC ${ARG_LINK_LIBS})
  if(ARG_NO_MLIR)
    target_link_libraries(${name} PUBLIC ShardwiseOptions)
    set_target_properties(${name} PROPERTIES
      SHARDWISE_ASSERTIONS ${SHARDWISE_ENABLE_ASSERTIONS})
  else()
    # The interface carries include paths only; code generation options stay
    # with the project's own files.
    target_link_libraries(${name} PUBLIC ShardwiseOptions MLIR LLVM)
    target_link_libraries(${name} PRIVATE ShardwiseCompilerOptions)
    target_precompile_headers(${name} REUSE_FROM ShardwisePCH)
    get_property(generated GLOBAL PROPERTY SHARDWISE_TABLEGEN_TARGETS)
    add_dependencies(${name} ${generated})
  endif()
  if(ARG_DEPENDS)
    add_dependencies(${name} ${ARG_DEPENDS})
  endif()
  install(TARGETS ${name} EXPORT ShardwiseTargets
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
  set_property(GLOBAL APPEND PROPERTY SHARDWISE_BUILT_TARGETS ${name})
endfunction()

function(add_shardwise_tool name)
  cmake_parse_arguments(ARG "" "" "LINK_LIBS" ${ARGN})
  add_executable(${name} ${ARG_UNPARSED_ARGUMENTS})
  target_link_libraries(${name} PRIVATE ${ARG_LINK_LIBS} ShardwiseCompilerOptions MLIR LLVM)
  shardwise_reuse_pch(${name})
  # An installed tool finds LLVM's libraries where the build found them.
  set_target_properties(${name} PROPERTIES INSTALL_RPATH_USE_LINK_PATH ON)
  install(TARGETS ${name} EXPORT ShardwiseTargets
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  set_property(GLOBAL APPEND PROPERTY SHARDWISE_BUILT_TARGETS ${name})
endfunction()

# A GoogleTest binary, which check-shardwise-unit runs. Its name ends in Tests.
function(add_shardwise_unittest name)
  cmake_parse_arguments(ARG "NO_MLIR" "" "LINK_LIBS" ${ARGN})
  find_package(GTest REQUIRED)
  add_executable(${name} EXCLUDE_FROM_ALL ${ARG_UNPARSED_ARGUMENTS})
  target_link_libraries(${name} PRIVATE
    ${ARG_LINK_LIBS} ShardwiseCompilerOptions GTest::gtest_main)
  if(ARG_NO_MLIR)
    set_target_properties(${name} PROPERTIES
      SHARDWISE_ASSERTIONS ${SHARDWISE_ENABLE_ASSERTIONS})
  else()
    target_link_libraries(${name} PRIVATE MLIR LLVM)
    shardwise_reuse_pch(${name})
  endif()
  set_target_properties(${name} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/test/Unit)
  add_dependencies(ShardwiseUnitTests ${name})
endfunction()
