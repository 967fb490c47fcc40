// Tests that pointwise operations become arith and math by their element type,
// from the pretty and from the generic form alike.

// RUN: shard-opt %s --split-input-file --import-stablehlo | FileCheck %s

// CHECK-LABEL: @step
// CHECK: %[[X:.*]] = model.read @arg0
// CHECK: %[[Y:.*]] = model.read @arg1
// CHECK: %[[SUM:.*]] = arith.addf %[[X]], %[[Y]] : tensor<2x3xf32>
// CHECK: %[[MAX:.*]] = arith.maximumf %[[SUM]], %[[Y]]
// CHECK: %[[POW:.*]] = math.powf %[[MAX]], %[[X]]
// CHECK: %[[SQUARE:.*]] = arith.mulf %[[POW]], %[[POW]]
// CHECK: %[[LESS:.*]] = arith.cmpf olt, %[[SQUARE]], %[[X]]
// CHECK: %[[NAN:.*]] = arith.cmpf une, %[[X]], %[[X]]
// CHECK: %[[OR:.*]] = arith.ori %[[LESS]], %[[NAN]] : tensor<2x3xi1>
// CHECK: arith.select %[[OR]], %[[SQUARE]], %[[Y]] : tensor<2x3xi1>, tensor<2x3xf32>
func.func public @main(%x: tensor<2x3xf32>, %y: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = stablehlo.add %x, %y : tensor<2x3xf32>
  %1 = "stablehlo.maximum"(%0, %y) : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  %2 = stablehlo.power %1, %x : tensor<2x3xf32>
  %3 = chlo.square %2 : tensor<2x3xf32> -> tensor<2x3xf32>
  %4 = stablehlo.compare LT, %3, %x, FLOAT : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  %5 = "stablehlo.compare"(%x, %x) <{comparison_direction = #stablehlo<comparison_direction NE>, compare_type = #stablehlo<comparison_type FLOAT>}> : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xi1>
  %6 = stablehlo.or %4, %5 : tensor<2x3xi1>
  %7 = stablehlo.select %6, %3, %y : tensor<2x3xi1>, tensor<2x3xf32>
  return %7 : tensor<2x3xf32>
}

// -----

// Unsigned integers are signless afterwards, and the operations unsigned.

// CHECK-LABEL: @step
// CHECK: model.input @arg0 : tensor<4xi32> {argument = 0 : i64, is_unsigned}
// CHECK: model.output @result0 : tensor<4xf32>
// CHECK: %[[A:.*]] = model.read @arg0 : tensor<4xi32>
// CHECK: %[[B:.*]] = model.read @arg1 : tensor<4xi32>
// CHECK: %[[MIN:.*]] = arith.minui %[[A]], %[[B]]
// CHECK: %[[LESS:.*]] = arith.cmpi ult, %[[MIN]], %[[B]]
// CHECK: %[[WIDE:.*]] = arith.extui %[[LESS]] : tensor<4xi1> to tensor<4xi32>
// CHECK: arith.uitofp %[[WIDE]] : tensor<4xi32> to tensor<4xf32>
func.func public @main(%a: tensor<4xui32>, %b: tensor<4xui32>) -> tensor<4xf32> {
  %0 = stablehlo.minimum %a, %b : tensor<4xui32>
  %1 = stablehlo.compare LT, %0, %b, UNSIGNED : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xi1>
  %2 = stablehlo.convert %1 : (tensor<4xi1>) -> tensor<4xui32>
  %3 = stablehlo.convert %2 : (tensor<4xui32>) -> tensor<4xf32>
  return %3 : tensor<4xf32>
}

// -----

// Shifts by the width and more give zeros, or the sign; a constant amount in
// range needs no guard.

// CHECK-LABEL: @step
// CHECK: %[[A:.*]] = model.read @arg0
// CHECK: %[[N:.*]] = model.read @arg1
// CHECK-DAG: %[[FIVE:.*]] = arith.constant dense<5> : tensor<4xi32>
// CHECK-DAG: %[[ZERO:.*]] = arith.constant dense<0> : tensor<4xi32>
// CHECK-DAG: %[[LAST:.*]] = arith.constant dense<31> : tensor<4xi32>
// CHECK-DAG: %[[WIDTH:.*]] = arith.constant dense<32> : tensor<4xi32>
// CHECK: %[[PLAIN:.*]] = arith.shli %[[A]], %[[FIVE]]
// CHECK: %[[IN:.*]] = arith.cmpi ult, %[[N]], %[[WIDTH]]
// CHECK: %[[SHIFTED:.*]] = arith.shrui %[[PLAIN]], %[[N]]
// CHECK: %[[GUARDED:.*]] = arith.select %[[IN]], %[[SHIFTED]], %[[ZERO]]
// CHECK: %[[CUT:.*]] = arith.minui %[[N]], %[[LAST]]
// CHECK: arith.shrsi %[[GUARDED]], %[[CUT]]
func.func public @main(%a: tensor<4xi32>, %n: tensor<4xi32>) -> tensor<4xi32> {
  %five = stablehlo.constant dense<5> : tensor<4xi32>
  %0 = stablehlo.shift_left %a, %five : tensor<4xi32>
  %1 = stablehlo.shift_right_logical %0, %n : tensor<4xi32>
  %2 = stablehlo.shift_right_arithmetic %1, %n : tensor<4xi32>
  return %2 : tensor<4xi32>
}

// -----

// Division is defined for all divisors, so divisors that are not safe are
// replaced.

// CHECK-LABEL: @step
// CHECK: %[[A:.*]] = model.read @arg0
// CHECK: %[[B:.*]] = model.read @arg1
// CHECK: %[[THREE:.*]] = arith.constant dense<3>
// CHECK: %[[FIRST:.*]] = arith.divsi %[[A]], %[[THREE]]
// CHECK: %[[ZERO:.*]] = arith.cmpi eq, %[[B]]
// CHECK: %[[MINUS:.*]] = arith.cmpi eq, %[[B]]
// CHECK: %[[SPECIAL:.*]] = arith.ori %[[ZERO]], %[[MINUS]]
// CHECK: %[[SAFE:.*]] = arith.select %[[SPECIAL]], %{{.*}}, %[[B]]
// CHECK: %[[REST:.*]] = arith.remsi %[[FIRST]], %[[SAFE]]
// CHECK: arith.select %[[ZERO]], %[[FIRST]], %[[REST]]
func.func public @main(%a: tensor<4xi32>, %b: tensor<4xi32>) -> tensor<4xi32> {
  %three = stablehlo.constant dense<3> : tensor<4xi32>
  %0 = stablehlo.divide %a, %three : tensor<4xi32>
  %1 = stablehlo.remainder %0, %b : tensor<4xi32>
  return %1 : tensor<4xi32>
}

// -----

// Operations on constants are folded, and a constant choice chooses.

// CHECK-LABEL: @step
// CHECK: %[[X:.*]] = model.read @arg0
// CHECK: %[[THREE:.*]] = arith.constant dense<3.000000e+00> : tensor<4xbf16>
// CHECK-NEXT: %[[SUM:.*]] = arith.addf %[[X]], %[[THREE]] : tensor<4xbf16>
// CHECK-NEXT: model.assign @result0, %[[SUM]]
func.func public @main(%x: tensor<4xbf16>) -> tensor<4xbf16> {
  %one = stablehlo.constant dense<1> : tensor<i32>
  %two = stablehlo.constant dense<2> : tensor<i32>
  %0 = stablehlo.add %one, %two : tensor<i32>
  %1 = stablehlo.convert %0 : (tensor<i32>) -> tensor<bf16>
  %2 = stablehlo.broadcast_in_dim %1, dims = [] : (tensor<bf16>) -> tensor<4xbf16>
  %3 = stablehlo.add %x, %2 : tensor<4xbf16>
  %4 = stablehlo.compare LT, %one, %two, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
  %5 = stablehlo.select %4, %3, %x : tensor<i1>, tensor<4xbf16>
  return %5 : tensor<4xbf16>
}

// -----

// Integers that cannot hold a float get the nearest that they can, and 0 for NaN.

// CHECK-LABEL: @step
// CHECK: %[[X:.*]] = model.read @arg0
// CHECK-DAG: %[[BOUND:.*]] = arith.constant dense<1.280000e+02> : tensor<4xf32>
// CHECK-DAG: %[[LOW:.*]] = arith.constant dense<-1.280000e+02> : tensor<4xf32>
// CHECK-DAG: %[[MAX:.*]] = arith.constant dense<127> : tensor<4xi8>
// CHECK-DAG: %[[MIN:.*]] = arith.constant dense<-128> : tensor<4xi8>
// CHECK-DAG: %[[ZERO:.*]] = arith.constant dense<0> : tensor<4xi8>
// CHECK-DAG: %[[UBOUND:.*]] = arith.constant dense<2.560000e+02> : tensor<4xf32>
// CHECK-DAG: %[[UMAX:.*]] = arith.constant dense<-1> : tensor<4xi8>
// CHECK-DAG: %[[FZERO:.*]] = arith.constant dense<0.000000e+00> : tensor<4xf32>
// CHECK: %[[I:.*]] = arith.fptosi %[[X]] : tensor<4xf32> to tensor<4xi8>
// CHECK: %[[BELOW:.*]] = arith.cmpf olt, %[[X]], %[[BOUND]] : tensor<4xf32>
// CHECK: %[[UP:.*]] = arith.select %[[BELOW]], %[[I]], %[[MAX]]
// CHECK: %[[ABOVE:.*]] = arith.cmpf ogt, %[[X]], %[[LOW]] : tensor<4xf32>
// CHECK: %[[DOWN:.*]] = arith.select %[[ABOVE]], %[[UP]], %[[MIN]]
// CHECK: %[[NUMBER:.*]] = arith.cmpf ord, %[[X]], %[[X]] : tensor<4xf32>
// CHECK: arith.select %[[NUMBER]], %[[DOWN]], %[[ZERO]] : tensor<4xi1>, tensor<4xi8>
// CHECK: %[[U:.*]] = arith.fptoui %[[X]] : tensor<4xf32> to tensor<4xi8>
// CHECK: %[[UBELOW:.*]] = arith.cmpf olt, %[[X]], %[[UBOUND]] : tensor<4xf32>
// CHECK: %[[UUP:.*]] = arith.select %[[UBELOW]], %[[U]], %[[UMAX]]
// CHECK: %[[POSITIVE:.*]] = arith.cmpf ogt, %[[X]], %[[FZERO]] : tensor<4xf32>
// CHECK: arith.select %[[POSITIVE]], %[[UUP]], %[[ZERO]] : tensor<4xi1>, tensor<4xi8>
func.func public @main(%x: tensor<4xf32>) -> (tensor<4xi8>, tensor<4xui8>) {
  %0 = stablehlo.convert %x : (tensor<4xf32>) -> tensor<4xi8>
  %1 = stablehlo.convert %x : (tensor<4xf32>) -> tensor<4xui8>
  return %0, %1 : tensor<4xi8>, tensor<4xui8>
}
