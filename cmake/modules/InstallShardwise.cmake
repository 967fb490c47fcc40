# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What `cmake --install` copies besides the libraries and tools: the public
# headers with the generated ones, the .td files, and what find_package reads.

include(CMakePackageConfigHelpers)

foreach(root ${PROJECT_SOURCE_DIR}/include ${PROJECT_BINARY_DIR}/include)
  install(DIRECTORY ${root}/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
    FILES_MATCHING
    PATTERN "*.h" PATTERN "*.td" PATTERN "*.inc"
    PATTERN "CMakeFiles" EXCLUDE)
endforeach()

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Shardwise)
install(EXPORT ShardwiseTargets NAMESPACE Shardwise:: DESTINATION ${package_dir})
get_property(SHARDWISE_PKG_CONFIG_CALLS GLOBAL PROPERTY SHARDWISE_PKG_CONFIG_CALLS)
configure_package_config_file(
  ${PROJECT_SOURCE_DIR}/cmake/modules/ShardwiseConfig.cmake.in
  ${PROJECT_BINARY_DIR}/cmake/ShardwiseConfig.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/cmake/ShardwiseConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/cmake/ShardwiseConfig.cmake
  ${PROJECT_BINARY_DIR}/cmake/ShardwiseConfigVersion.cmake
  DESTINATION ${package_dir})
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE
  DESTINATION ${CMAKE_INSTALL_DOCDIR})
