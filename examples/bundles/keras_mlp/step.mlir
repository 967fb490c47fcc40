module @jit_step attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<32x128xf32> {tf.aliasing_output = 2 : i32}, %arg1: tensor<128xf32> {tf.aliasing_output = 3 : i32}, %arg2: tensor<128x64xf32> {tf.aliasing_output = 4 : i32}, %arg3: tensor<64xf32> {tf.aliasing_output = 5 : i32}, %arg4: tensor<64x10xf32> {tf.aliasing_output = 6 : i32}, %arg5: tensor<10xf32> {tf.aliasing_output = 7 : i32}, %arg6: tensor<i32> {tf.aliasing_output = 8 : i32}, %arg7: tensor<f32> {tf.aliasing_output = 0 : i32}, %arg8: tensor<32x128xf32> {tf.aliasing_output = 10 : i32}, %arg9: tensor<128xf32> {tf.aliasing_output = 11 : i32}, %arg10: tensor<128x64xf32> {tf.aliasing_output = 12 : i32}, %arg11: tensor<64xf32> {tf.aliasing_output = 13 : i32}, %arg12: tensor<64x10xf32> {tf.aliasing_output = 14 : i32}, %arg13: tensor<10xf32> {tf.aliasing_output = 15 : i32}, %arg14: tensor<f32> {tf.aliasing_output = 1 : i32}, %arg15: tensor<f32> {tf.aliasing_output = 9 : i32}, %arg16: tensor<f32> {tf.aliasing_output = 16 : i32}, %arg17: tensor<f32> {tf.aliasing_output = 17 : i32}, %arg18: tensor<16x32xf32>, %arg19: tensor<16xi32>) -> (tensor<f32> {jax.result_info = "result[0]['accuracy']"}, tensor<f32> {jax.result_info = "result[0]['loss']"}, tensor<32x128xf32> {jax.result_info = "result[1][0]"}, tensor<128xf32> {jax.result_info = "result[1][1]"}, tensor<128x64xf32> {jax.result_info = "result[1][2]"}, tensor<64xf32> {jax.result_info = "result[1][3]"}, tensor<64x10xf32> {jax.result_info = "result[1][4]"}, tensor<10xf32> {jax.result_info = "result[1][5]"}, tensor<i32> {jax.result_info = "result[1][6]"}, tensor<f32> {jax.result_info = "result[1][7]"}, tensor<32x128xf32> {jax.result_info = "result[1][8]"}, tensor<128xf32> {jax.result_info = "result[1][9]"}, tensor<128x64xf32> {jax.result_info = "result[1][10]"}, tensor<64xf32> {jax.result_info = "result[1][11]"}, tensor<64x10xf32> {jax.result_info = "result[1][12]"}, tensor<10xf32> {jax.result_info = "result[1][13]"}, tensor<f32> {jax.result_info = "result[1][14]"}, tensor<f32> {jax.result_info = "result[1][15]"}, tensor<f32> {jax.result_info = "result[1][16]"}, tensor<f32> {jax.result_info = "result[1][17]"}) {
    %c = stablehlo.constant dense<16> : tensor<1xi32>
    %0 = stablehlo.dot_general %arg18, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x32xf32>, tensor<32x128xf32>) -> tensor<16x128xf32>
    %1 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<128xf32>) -> tensor<1x128xf32>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x128xf32>) -> tensor<16x128xf32>
    %3 = stablehlo.add %0, %2 : tensor<16x128xf32>
    %4 = call @relu(%3) : (tensor<16x128xf32>) -> tensor<16x128xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<16x128xf32>
    %6 = stablehlo.compare GT, %3, %5, FLOAT : (tensor<16x128xf32>, tensor<16x128xf32>) -> tensor<16x128xi1>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<16x128xf32>
    %8 = stablehlo.dot_general %4, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x128xf32>, tensor<128x64xf32>) -> tensor<16x64xf32>
    %9 = stablehlo.broadcast_in_dim %arg3, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<1x64xf32>) -> tensor<16x64xf32>
    %11 = stablehlo.add %8, %10 : tensor<16x64xf32>
    %12 = call @relu_0(%11) : (tensor<16x64xf32>) -> tensor<16x64xf32>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %13 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<16x64xf32>
    %14 = stablehlo.compare GT, %11, %13, FLOAT : (tensor<16x64xf32>, tensor<16x64xf32>) -> tensor<16x64xi1>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %15 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<16x64xf32>
    %16 = stablehlo.dot_general %12, %arg4, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x64xf32>, tensor<64x10xf32>) -> tensor<16x10xf32>
    %17 = stablehlo.broadcast_in_dim %arg5, dims = [1] : (tensor<10xf32>) -> tensor<1x10xf32>
    %18 = stablehlo.broadcast_in_dim %17, dims = [0, 1] : (tensor<1x10xf32>) -> tensor<16x10xf32>
    %19 = stablehlo.add %16, %18 : tensor<16x10xf32>
    %20 = stablehlo.convert %arg19 : (tensor<16xi32>) -> tensor<16xf32>
    %21 = stablehlo.convert %20 : (tensor<16xf32>) -> tensor<16xi32>
    %22:3 = call @log_softmax(%19) : (tensor<16x10xf32>) -> (tensor<16x10xf32>, tensor<16x10xf32>, tensor<16x1xf32>)
    %23 = call @_one_hot(%21) : (tensor<16xi32>) -> tensor<16x10xf32>
    %24 = stablehlo.multiply %23, %22#0 : tensor<16x10xf32>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %25 = stablehlo.reduce(%24 init: %cst_3) applies stablehlo.add across dimensions = [1] : (tensor<16x10xf32>, tensor<f32>) -> tensor<16xf32>
    %26 = stablehlo.negate %25 : tensor<16xf32>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %27 = stablehlo.reduce(%26 init: %cst_4) applies stablehlo.add across dimensions = [0] : (tensor<16xf32>, tensor<f32>) -> tensor<f32>
    %c_5 = stablehlo.constant dense<1> : tensor<i32>
    %28 = stablehlo.reduce(%c init: %c_5) applies stablehlo.multiply across dimensions = [0] : (tensor<1xi32>, tensor<i32>) -> tensor<i32>
    %29 = stablehlo.convert %28 : (tensor<i32>) -> tensor<f32>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %30 = stablehlo.compare EQ, %29, %cst_6, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %c_7 = stablehlo.constant dense<1> : tensor<i32>
    %31 = call @_where(%30, %c_7, %29) : (tensor<i1>, tensor<i32>, tensor<f32>) -> tensor<f32>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %32 = stablehlo.compare EQ, %29, %cst_8, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %33 = stablehlo.divide %27, %31 : tensor<f32>
    %c_9 = stablehlo.constant dense<0> : tensor<i32>
    %34:2 = call @_where_1(%32, %c_9, %33) : (tensor<i1>, tensor<i32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
    %cst_10 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %35 = call @_where_2(%32, %34#1, %cst_10) : (tensor<i1>, tensor<f32>, tensor<f32>) -> tensor<f32>
    %36 = stablehlo.divide %35, %31 : tensor<f32>
    %37 = stablehlo.broadcast_in_dim %36, dims = [] : (tensor<f32>) -> tensor<16xf32>
    %38 = stablehlo.negate %37 : tensor<16xf32>
    %39 = stablehlo.broadcast_in_dim %38, dims = [0] : (tensor<16xf32>) -> tensor<16x10xf32>
    %40 = stablehlo.multiply %23, %39 : tensor<16x10xf32>
    %41 = call @log_softmax_3(%22#1, %22#2, %40) : (tensor<16x10xf32>, tensor<16x1xf32>, tensor<16x10xf32>) -> tensor<16x10xf32>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %42 = stablehlo.reduce(%41 init: %cst_11) applies stablehlo.add across dimensions = [0] : (tensor<16x10xf32>, tensor<f32>) -> tensor<10xf32>
    %43 = stablehlo.reshape %42 : (tensor<10xf32>) -> tensor<1x10xf32>
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %44 = stablehlo.reduce(%43 init: %cst_12) applies stablehlo.add across dimensions = [0] : (tensor<1x10xf32>, tensor<f32>) -> tensor<10xf32>
    %45 = stablehlo.dot_general %41, %12, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x10xf32>, tensor<16x64xf32>) -> tensor<10x64xf32>
    %46 = stablehlo.transpose %45, dims = [1, 0] : (tensor<10x64xf32>) -> tensor<64x10xf32>
    %47 = stablehlo.dot_general %41, %arg4, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<16x10xf32>, tensor<64x10xf32>) -> tensor<16x64xf32>
    %cst_13 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %48 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f32>) -> tensor<16x64xf32>
    %49 = stablehlo.select %14, %47, %48 : tensor<16x64xi1>, tensor<16x64xf32>
    %cst_14 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %50 = stablehlo.reduce(%49 init: %cst_14) applies stablehlo.add across dimensions = [0] : (tensor<16x64xf32>, tensor<f32>) -> tensor<64xf32>
    %51 = stablehlo.reshape %50 : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_15 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %52 = stablehlo.reduce(%51 init: %cst_15) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %53 = stablehlo.dot_general %49, %4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x64xf32>, tensor<16x128xf32>) -> tensor<64x128xf32>
    %54 = stablehlo.transpose %53, dims = [1, 0] : (tensor<64x128xf32>) -> tensor<128x64xf32>
    %55 = stablehlo.dot_general %49, %arg2, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<16x64xf32>, tensor<128x64xf32>) -> tensor<16x128xf32>
    %cst_16 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %56 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f32>) -> tensor<16x128xf32>
    %57 = stablehlo.select %6, %55, %56 : tensor<16x128xi1>, tensor<16x128xf32>
    %cst_17 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %58 = stablehlo.reduce(%57 init: %cst_17) applies stablehlo.add across dimensions = [0] : (tensor<16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %59 = stablehlo.reshape %58 : (tensor<128xf32>) -> tensor<1x128xf32>
    %cst_18 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %60 = stablehlo.reduce(%59 init: %cst_18) applies stablehlo.add across dimensions = [0] : (tensor<1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %61 = stablehlo.dot_general %57, %arg18, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x128xf32>, tensor<16x32xf32>) -> tensor<128x32xf32>
    %62 = stablehlo.transpose %61, dims = [1, 0] : (tensor<128x32xf32>) -> tensor<32x128xf32>
    %cst_19 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %63 = stablehlo.broadcast_in_dim %cst_19, dims = [] : (tensor<f32>) -> tensor<32x128xf32>
    %64 = stablehlo.multiply %arg8, %63 : tensor<32x128xf32>
    %65 = stablehlo.broadcast_in_dim %arg7, dims = [] : (tensor<f32>) -> tensor<32x128xf32>
    %66 = stablehlo.multiply %62, %65 : tensor<32x128xf32>
    %67 = stablehlo.subtract %64, %66 : tensor<32x128xf32>
    %68 = stablehlo.add %arg0, %67 : tensor<32x128xf32>
    %cst_20 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %69 = stablehlo.broadcast_in_dim %cst_20, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %70 = stablehlo.multiply %arg9, %69 : tensor<128xf32>
    %71 = stablehlo.broadcast_in_dim %arg7, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %72 = stablehlo.multiply %60, %71 : tensor<128xf32>
    %73 = stablehlo.subtract %70, %72 : tensor<128xf32>
    %74 = stablehlo.add %arg1, %73 : tensor<128xf32>
    %cst_21 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %75 = stablehlo.broadcast_in_dim %cst_21, dims = [] : (tensor<f32>) -> tensor<128x64xf32>
    %76 = stablehlo.multiply %arg10, %75 : tensor<128x64xf32>
    %77 = stablehlo.broadcast_in_dim %arg7, dims = [] : (tensor<f32>) -> tensor<128x64xf32>
    %78 = stablehlo.multiply %54, %77 : tensor<128x64xf32>
    %79 = stablehlo.subtract %76, %78 : tensor<128x64xf32>
    %80 = stablehlo.add %arg2, %79 : tensor<128x64xf32>
    %cst_22 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %81 = stablehlo.broadcast_in_dim %cst_22, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %82 = stablehlo.multiply %arg11, %81 : tensor<64xf32>
    %83 = stablehlo.broadcast_in_dim %arg7, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %84 = stablehlo.multiply %52, %83 : tensor<64xf32>
    %85 = stablehlo.subtract %82, %84 : tensor<64xf32>
    %86 = stablehlo.add %arg3, %85 : tensor<64xf32>
    %cst_23 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %87 = stablehlo.broadcast_in_dim %cst_23, dims = [] : (tensor<f32>) -> tensor<64x10xf32>
    %88 = stablehlo.multiply %arg12, %87 : tensor<64x10xf32>
    %89 = stablehlo.broadcast_in_dim %arg7, dims = [] : (tensor<f32>) -> tensor<64x10xf32>
    %90 = stablehlo.multiply %46, %89 : tensor<64x10xf32>
    %91 = stablehlo.subtract %88, %90 : tensor<64x10xf32>
    %92 = stablehlo.add %arg4, %91 : tensor<64x10xf32>
    %cst_24 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %93 = stablehlo.broadcast_in_dim %cst_24, dims = [] : (tensor<f32>) -> tensor<10xf32>
    %94 = stablehlo.multiply %arg13, %93 : tensor<10xf32>
    %95 = stablehlo.broadcast_in_dim %arg7, dims = [] : (tensor<f32>) -> tensor<10xf32>
    %96 = stablehlo.multiply %44, %95 : tensor<10xf32>
    %97 = stablehlo.subtract %94, %96 : tensor<10xf32>
    %98 = stablehlo.add %arg5, %97 : tensor<10xf32>
    %c_25 = stablehlo.constant dense<1> : tensor<i32>
    %99 = stablehlo.add %arg6, %c_25 : tensor<i32>
    %cst_26 = stablehlo.constant dense<1.600000e+01> : tensor<f32>
    %100 = stablehlo.multiply %34#0, %cst_26 : tensor<f32>
    %cst_27 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %101 = stablehlo.reduce(%100 init: %cst_27) applies stablehlo.add across dimensions = [] : (tensor<f32>, tensor<f32>) -> tensor<f32>
    %102 = stablehlo.add %arg14, %101 : tensor<f32>
    %cst_28 = stablehlo.constant dense<1.600000e+01> : tensor<f32>
    %cst_29 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %103 = stablehlo.reduce(%cst_28 init: %cst_29) applies stablehlo.add across dimensions = [] : (tensor<f32>, tensor<f32>) -> tensor<f32>
    %104 = stablehlo.add %arg15, %103 : tensor<f32>
    %105 = stablehlo.convert %arg19 : (tensor<16xi32>) -> tensor<16xf32>
    %cst_30 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %106 = stablehlo.broadcast_in_dim %cst_30, dims = [] : (tensor<f32>) -> tensor<16x10xf32>
    %107 = stablehlo.compare EQ, %19, %106, FLOAT : (tensor<16x10xf32>, tensor<16x10xf32>) -> tensor<16x10xi1>
    %108 = call @signbit(%19) : (tensor<16x10xf32>) -> tensor<16x10xi1>
    %109 = stablehlo.and %107, %108 : tensor<16x10xi1>
    %cst_31 = stablehlo.constant dense<-1.17549435E-38> : tensor<f32>
    %110 = call @_where_4(%109, %cst_31, %19) : (tensor<16x10xi1>, tensor<f32>, tensor<16x10xf32>) -> tensor<16x10xf32>
    %111 = call @argmax(%110) : (tensor<16x10xf32>) -> tensor<16xi32>
    %112 = stablehlo.convert %111 : (tensor<16xi32>) -> tensor<16xf32>
    %113 = stablehlo.compare EQ, %105, %112, FLOAT : (tensor<16xf32>, tensor<16xf32>) -> tensor<16xi1>
    %114 = stablehlo.convert %113 : (tensor<16xi1>) -> tensor<16xf32>
    %cst_32 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %115 = stablehlo.reduce(%114 init: %cst_32) applies stablehlo.add across dimensions = [0] : (tensor<16xf32>, tensor<f32>) -> tensor<f32>
    %116 = stablehlo.add %arg16, %115 : tensor<f32>
    %cst_33 = stablehlo.constant dense<1.600000e+01> : tensor<f32>
    %117 = stablehlo.add %arg17, %cst_33 : tensor<f32>
    %cst_34 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %118 = stablehlo.compare EQ, %104, %cst_34, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %c_35 = stablehlo.constant dense<1> : tensor<i32>
    %119 = call @_where(%118, %c_35, %104) : (tensor<i1>, tensor<i32>, tensor<f32>) -> tensor<f32>
    %cst_36 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %120 = stablehlo.compare EQ, %104, %cst_36, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %121 = stablehlo.divide %102, %119 : tensor<f32>
    %c_37 = stablehlo.constant dense<0> : tensor<i32>
    %122 = call @_where(%120, %c_37, %121) : (tensor<i1>, tensor<i32>, tensor<f32>) -> tensor<f32>
    %cst_38 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %123 = stablehlo.compare EQ, %117, %cst_38, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %c_39 = stablehlo.constant dense<1> : tensor<i32>
    %124 = call @_where(%123, %c_39, %117) : (tensor<i1>, tensor<i32>, tensor<f32>) -> tensor<f32>
    %cst_40 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %125 = stablehlo.compare EQ, %117, %cst_40, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %126 = stablehlo.divide %116, %124 : tensor<f32>
    %c_41 = stablehlo.constant dense<0> : tensor<i32>
    %127 = call @_where(%125, %c_41, %126) : (tensor<i1>, tensor<i32>, tensor<f32>) -> tensor<f32>
    return %127, %34#0, %68, %74, %80, %86, %92, %98, %99, %arg7, %67, %73, %79, %85, %91, %97, %102, %104, %116, %117 : tensor<f32>, tensor<f32>, tensor<32x128xf32>, tensor<128xf32>, tensor<128x64xf32>, tensor<64xf32>, tensor<64x10xf32>, tensor<10xf32>, tensor<i32>, tensor<f32>, tensor<32x128xf32>, tensor<128xf32>, tensor<128x64xf32>, tensor<64xf32>, tensor<64x10xf32>, tensor<10xf32>, tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>
  }
  func.func private @relu(%arg0: tensor<16x128xf32>) -> tensor<16x128xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<16x128xf32>
    %1 = stablehlo.maximum %arg0, %0 : tensor<16x128xf32>
    return %1 : tensor<16x128xf32>
  }
  func.func private @relu_0(%arg0: tensor<16x64xf32>) -> tensor<16x64xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<16x64xf32>
    %1 = stablehlo.maximum %arg0, %0 : tensor<16x64xf32>
    return %1 : tensor<16x64xf32>
  }
  func.func private @log_softmax(%arg0: tensor<16x10xf32>) -> (tensor<16x10xf32>, tensor<16x10xf32>, tensor<16x1xf32>) {
    %cst = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<16x10xf32>, tensor<f32>) -> tensor<16xf32>
    %cst_0 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<16xf32>
    %2 = stablehlo.maximum %1, %0 : tensor<16xf32>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<16xf32>) -> tensor<16x1xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<16x1xf32>) -> tensor<16x10xf32>
    %5 = stablehlo.subtract %arg0, %4 : tensor<16x10xf32>
    %6 = stablehlo.exponential %5 : tensor<16x10xf32>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<16x10xf32>, tensor<f32>) -> tensor<16xf32>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<16xf32>) -> tensor<16x1xf32>
    %9 = stablehlo.log %8 : tensor<16x1xf32>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<16x1xf32>) -> tensor<16x10xf32>
    %11 = stablehlo.subtract %5, %10 : tensor<16x10xf32>
    return %11, %6, %8 : tensor<16x10xf32>, tensor<16x10xf32>, tensor<16x1xf32>
  }
  func.func private @_one_hot(%arg0: tensor<16xi32>) -> tensor<16x10xf32> {
    %0 = stablehlo.broadcast_in_dim %arg0, dims = [0] : (tensor<16xi32>) -> tensor<16x1xi32>
    %1 = stablehlo.iota dim = 1 : tensor<1x10xi32>
    %2 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<16x1xi32>) -> tensor<16x10xi32>
    %3 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x10xi32>) -> tensor<16x10xi32>
    %4 = stablehlo.compare EQ, %2, %3, SIGNED : (tensor<16x10xi32>, tensor<16x10xi32>) -> tensor<16x10xi1>
    %5 = stablehlo.convert %4 : (tensor<16x10xi1>) -> tensor<16x10xf32>
    return %5 : tensor<16x10xf32>
  }
  func.func private @_where(%arg0: tensor<i1>, %arg1: tensor<i32>, %arg2: tensor<f32>) -> tensor<f32> {
    %0 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %1 = stablehlo.select %arg0, %0, %arg2 : tensor<i1>, tensor<f32>
    return %1 : tensor<f32>
  }
  func.func private @_where_1(%arg0: tensor<i1>, %arg1: tensor<i32>, %arg2: tensor<f32>) -> (tensor<f32>, tensor<f32>) {
    %0 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %1 = stablehlo.select %arg0, %0, %arg2 : tensor<i1>, tensor<f32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    return %1, %cst : tensor<f32>, tensor<f32>
  }
  func.func private @_where_2(%arg0: tensor<i1>, %arg1: tensor<f32>, %arg2: tensor<f32>) -> tensor<f32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.select %arg0, %cst, %arg2 : tensor<i1>, tensor<f32>
    return %0 : tensor<f32>
  }
  func.func private @log_softmax_3(%arg0: tensor<16x10xf32>, %arg1: tensor<16x1xf32>, %arg2: tensor<16x10xf32>) -> tensor<16x10xf32> {
    %0 = stablehlo.negate %arg2 : tensor<16x10xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<16x10xf32>, tensor<f32>) -> tensor<16xf32>
    %2 = stablehlo.reshape %1 : (tensor<16xf32>) -> tensor<16x1xf32>
    %3 = stablehlo.divide %2, %arg1 : tensor<16x1xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %4 = stablehlo.reduce(%3 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<16x1xf32>, tensor<f32>) -> tensor<16xf32>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<16xf32>) -> tensor<16x10xf32>
    %6 = stablehlo.multiply %5, %arg0 : tensor<16x10xf32>
    %7 = stablehlo.add %arg2, %6 : tensor<16x10xf32>
    return %7 : tensor<16x10xf32>
  }
  func.func private @signbit(%arg0: tensor<16x10xf32>) -> tensor<16x10xi1> {
    %0 = stablehlo.bitcast_convert %arg0 : (tensor<16x10xf32>) -> tensor<16x10xi32>
    %c = stablehlo.constant dense<31> : tensor<i32>
    %1 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<16x10xi32>
    %2 = stablehlo.shift_right_arithmetic %0, %1 : tensor<16x10xi32>
    %c_0 = stablehlo.constant dense<0> : tensor<i32>
    %3 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<16x10xi32>
    %4 = stablehlo.compare NE, %2, %3, SIGNED : (tensor<16x10xi32>, tensor<16x10xi32>) -> tensor<16x10xi1>
    %5 = stablehlo.convert %4 : tensor<16x10xi1>
    return %5 : tensor<16x10xi1>
  }
  func.func private @_where_4(%arg0: tensor<16x10xi1>, %arg1: tensor<f32>, %arg2: tensor<16x10xf32>) -> tensor<16x10xf32> {
    %0 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<f32>) -> tensor<16x10xf32>
    %1 = stablehlo.select %arg0, %0, %arg2 : tensor<16x10xi1>, tensor<16x10xf32>
    return %1 : tensor<16x10xf32>
  }
  func.func private @argmax(%arg0: tensor<16x10xf32>) -> tensor<16xi32> {
    %0 = stablehlo.iota dim = 1 : tensor<16x10xi32>
    %cst = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %1:2 = stablehlo.reduce(%arg0 init: %cst), (%0 init: %c) across dimensions = [1] : (tensor<16x10xf32>, tensor<16x10xi32>, tensor<f32>, tensor<i32>) -> (tensor<16xf32>, tensor<16xi32>)
     reducer(%arg1: tensor<f32>, %arg3: tensor<f32>) (%arg2: tensor<i32>, %arg4: tensor<i32>)  {
      %2 = stablehlo.compare GT, %arg1, %arg3, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
      %3 = stablehlo.compare NE, %arg1, %arg1, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
      %4 = stablehlo.or %2, %3 : tensor<i1>
      %5 = stablehlo.compare EQ, %arg1, %arg3, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
      %6 = stablehlo.compare LT, %arg2, %arg4, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
      %7 = stablehlo.and %5, %6 : tensor<i1>
      %8 = stablehlo.or %4, %7 : tensor<i1>
      %9 = stablehlo.select %4, %arg1, %arg3 : tensor<i1>, tensor<f32>
      %10 = stablehlo.select %8, %arg2, %arg4 : tensor<i1>, tensor<i32>
      stablehlo.return %9, %10 : tensor<f32>, tensor<i32>
    }
    return %1#1 : tensor<16xi32>
  }
}
