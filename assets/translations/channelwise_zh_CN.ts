<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>channelwise</name>
  <message>
   <source> by </source>
   <translation>乘</translation>
  </message>
  <message>
   <source>(+{count} more)</source>
   <translation>（另有 {count} 条）</translation>
  </message>
  <message>
   <source>1 block</source>
   <translation>1 个模块</translation>
  </message>
  <message>
   <source>1 error</source>
   <translation>1 个错误</translation>
  </message>
  <message>
   <source>1 layer</source>
   <translation>1 层</translation>
  </message>
  <message>
   <source>1 minute left</source>
   <translation>剩余 1 分钟</translation>
  </message>
  <message>
   <source>1 muted</source>
   <translation>1 个已旁路</translation>
  </message>
  <message>
   <source>1 network</source>
   <translation>1 个网络</translation>
  </message>
  <message>
   <source>1 node</source>
   <translation>1 个节点</translation>
  </message>
  <message>
   <source>1 node not counted</source>
   <translation>1 个节点未计入</translation>
  </message>
  <message>
   <source>1 second left</source>
   <translation>剩余 1 秒</translation>
  </message>
  <message>
   <source>1 warning</source>
   <translation>1 个警告</translation>
  </message>
  <message>
   <source>2 x MACs, and one per output element of biases, activations, sums and pooling windows, two of batch normalisation; for one image.</source>
   <translation>MACs 的 2 倍，再加上：偏置、激活、求和与池化窗口每个输出元素一次，批归一化每个两次；按一张图像计。</translation>
  </message>
  <message>
   <source>2 x MACs, and what is done to each element; for one image.</source>
   <translation>MACs 的 2 倍，再加上逐元素运算；按一张图像计。</translation>
  </message>
  <message>
   <source>; </source>
   <translation>；</translation>
  </message>
  <message>
   <source>= in a field</source>
   <translation>在字段中输入 =</translation>
  </message>
  <message>
   <source>A ShuffleNet unit</source>
   <translation>一个 ShuffleNet 单元</translation>
  </message>
  <message>
   <source>A change reaches all {count} uses</source>
   <translation>改动会作用于全部 {count} 处引用</translation>
  </message>
  <message>
   <source>A design that has a file is saved a moment after each change.</source>
   <translation>已有文件的设计会在每次更改后片刻自动保存。</translation>
  </message>
  <message>
   <source>A first convolution</source>
   <translation>第一个卷积</translation>
  </message>
  <message>
   <source>A name, a block, groups=3, macs&gt;10M, error</source>
   <translation>名称、模块、groups=3、macs&gt;10M、error</translation>
  </message>
  <message>
   <source>A titled frame around the selection; it moves what it holds</source>
   <translation>在所选内容外加带标题的分组框；移动它会带动其中内容</translation>
  </message>
  <message>
   <source>A variable moves many numbers at once: add alpha, then write =round_channels(32 * alpha) in a field.</source>
   <translation>一个变量可以同时带动许多数值：先添加 alpha，再在字段中写 =round_channels(32 * alpha)。</translation>
  </message>
  <message>
   <source>A variable needs a name.</source>
   <translation>变量需要一个名称。</translation>
  </message>
  <message>
   <source>ABOUT</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>About Channelwise</source>
   <translation>关于 Channelwise</translation>
  </message>
  <message>
   <source>Above the parameters the inspector offers what would work, with what it costs. Click one of the repairs.</source>
   <translation>检查器在参数上方列出可行的修复及其开销。请单击其中一项。</translation>
  </message>
  <message>
   <source>Accept it, and go back to the canvas</source>
   <translation>确认并返回画布</translation>
  </message>
  <message>
   <source>Activations</source>
   <translation>激活</translation>
  </message>
  <message>
   <source>Actual size</source>
   <translation>实际大小</translation>
  </message>
  <message>
   <source>Add a block</source>
   <translation>添加模块</translation>
  </message>
  <message>
   <source>Add a block…</source>
   <translation>添加模块…</translation>
  </message>
  <message>
   <source>Add a difference</source>
   <translation>添加差异</translation>
  </message>
  <message>
   <source>Add a frame</source>
   <translation>添加分组框</translation>
  </message>
  <message>
   <source>Add a note</source>
   <translation>添加便签</translation>
  </message>
  <message>
   <source>Add the variable</source>
   <translation>添加变量</translation>
  </message>
  <message>
   <source>Add to the design</source>
   <translation>添加到设计</translation>
  </message>
  <message>
   <source>Add to the desktop's menu</source>
   <translation>添加到桌面菜单</translation>
  </message>
  <message>
   <source>Add to the favourites (*)</source>
   <translation>加入收藏（*）</translation>
  </message>
  <message>
   <source>Add {block}</source>
   <translation>添加{block}</translation>
  </message>
  <message>
   <source>Align</source>
   <translation>对齐</translation>
  </message>
  <message>
   <source>Align bottom</source>
   <translation>底部对齐</translation>
  </message>
  <message>
   <source>Align centres</source>
   <translation>水平居中对齐</translation>
  </message>
  <message>
   <source>Align left</source>
   <translation>左对齐</translation>
  </message>
  <message>
   <source>Align middles</source>
   <translation>垂直居中对齐</translation>
  </message>
  <message>
   <source>Align right</source>
   <translation>右对齐</translation>
  </message>
  <message>
   <source>Align top</source>
   <translation>顶部对齐</translation>
  </message>
  <message>
   <source>All digits: 300,774,272</source>
   <translation>完整数字：300,774,272</translation>
  </message>
  <message>
   <source>All numbers in the weights, trainable or not.</source>
   <translation>权重中的全部数值，无论是否可训练。</translation>
  </message>
  <message>
   <source>All templates as cards and as a chart</source>
   <translation>以卡片和图表展示所有模板</translation>
  </message>
  <message>
   <source>Alt+click on a dot</source>
   <translation>Alt+单击连线折点</translation>
  </message>
  <message>
   <source>Alt+click on a port</source>
   <translation>Alt+单击端口</translation>
  </message>
  <message>
   <source>Alt+click on a wire</source>
   <translation>Alt+单击连线</translation>
  </message>
  <message>
   <source>Alt+drag a node</source>
   <translation>Alt+拖动节点</translation>
  </message>
  <message>
   <source>An empty design</source>
   <translation>空白设计</translation>
  </message>
  <message>
   <source>An entry with its icon; designs open with a double-click</source>
   <translation>带图标的菜单项；双击即可打开设计</translation>
  </message>
  <message>
   <source>An example</source>
   <translation>示例</translation>
  </message>
  <message>
   <source>An expression over the variables: =round_channels(32 * alpha)</source>
   <translation>关于变量的表达式：=round_channels(32 * alpha)</translation>
  </message>
  <message>
   <source>An image comes in</source>
   <translation>图像进入网络</translation>
  </message>
  <message>
   <source>An unsaved design was left behind and cannot be read. It is kept in {path}.</source>
   <translation>上次留下了一个未保存的设计，但无法读取。它保留在 {path}。</translation>
  </message>
  <message>
   <source>And out again</source>
   <translation>再回到外面</translation>
  </message>
  <message>
   <source>Another design is being opened.</source>
   <translation>正在打开另一个设计。</translation>
  </message>
  <message>
   <source>Another export is on its way; the task list shows how far it is.</source>
   <translation>另一个导出正在进行；任务列表显示其进度。</translation>
  </message>
  <message>
   <source>Another title and name for the block, wherever it is used</source>
   <translation>为模块换一个标题和名称，所有引用处同步更新</translation>
  </message>
  <message>
   <source>Apply this repair; it can be undone</source>
   <translation>应用此修复；可以撤销</translation>
  </message>
  <message>
   <source>Arrange</source>
   <translation>自动布局</translation>
  </message>
  <message>
   <source>Arrange the panels</source>
   <translation>排列面板</translation>
  </message>
  <message>
   <source>Arrows</source>
   <translation>方向键</translation>
  </message>
  <message>
   <source>As a function</source>
   <translation>作为函数</translation>
  </message>
  <message>
   <source>As in the other copies</source>
   <translation>与其他副本相同</translation>
  </message>
  <message>
   <source>As it suits: 3,538,984 and 300.8 M</source>
   <translation>自动：3,538,984 和 300.8 M</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>跟随系统</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>后退</translation>
  </message>
  <message>
   <source>Back to the default, {default}</source>
   <translation>恢复默认值 {default}</translation>
  </message>
  <message>
   <source>Back to the view before</source>
   <translation>回到上一个视图</translation>
  </message>
  <message>
   <source>Backspace</source>
   <translation>Backspace</translation>
  </message>
  <message>
   <source>Before (Shift+Enter)</source>
   <translation>上一个（Shift+Enter）</translation>
  </message>
  <message>
   <source>Begin from a published network</source>
   <translation>从已发表的网络开始</translation>
  </message>
  <message>
   <source>Begin from {template}</source>
   <translation>从 {template} 开始</translation>
  </message>
  <message>
   <source>Begin with the start page</source>
   <translation>启动时显示起始页</translation>
  </message>
  <message>
   <source>Beginning</source>
   <translation>开始</translation>
  </message>
  <message>
   <source>Bend it: a dot follows the pointer</source>
   <translation>弯折连线：折点跟随鼠标</translation>
  </message>
  <message>
   <source>Block</source>
   <translation>模块</translation>
  </message>
  <message>
   <source>Blocks</source>
   <translation>模块</translation>
  </message>
  <message>
   <source>Blocks of one name</source>
   <translation>同名模块</translation>
  </message>
  <message>
   <source>Both are the same design, written differently.</source>
   <translation>两者是同一个设计，只是写法不同。</translation>
  </message>
  <message>
   <source>Break it</source>
   <translation>制造一个错误</translation>
  </message>
  <message>
   <source>Break its wires</source>
   <translation>断开它的连线</translation>
  </message>
  <message>
   <source>Bring its own</source>
   <translation>带入自己的</translation>
  </message>
  <message>
   <source>Browse…</source>
   <translation>浏览…</translation>
  </message>
  <message>
   <source>Bypass: the network is computed without these nodes</source>
   <translation>旁路：计算网络时跳过这些节点</translation>
  </message>
  <message>
   <source>Bytes</source>
   <translation>字节</translation>
  </message>
  <message>
   <source>CANVAS</source>
   <translation>画布</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Cancel the gesture; else select nothing</source>
   <translation>取消正在进行的操作；否则取消选择</translation>
  </message>
  <message>
   <source>Cancelled. Nothing was written.</source>
   <translation>已取消，未写入任何内容。</translation>
  </message>
  <message>
   <source>Cancelling</source>
   <translation>正在取消</translation>
  </message>
  <message>
   <source>Canvas</source>
   <translation>画布</translation>
  </message>
  <message>
   <source>Cards</source>
   <translation>卡片</translation>
  </message>
  <message>
   <source>Change it; Shift for fine steps, Ctrl for eights</source>
   <translation>更改数值；按住 Shift 微调，按住 Ctrl 以 8 为步长</translation>
  </message>
  <message>
   <source>Change their order</source>
   <translation>更改输入的顺序</translation>
  </message>
  <message>
   <source>Changed by another program</source>
   <translation>已被其他程序更改</translation>
  </message>
  <message>
   <source>Changes are against {name} as it was pinned; click to let go</source>
   <translation>变化量以固定时的 {name} 为基准；单击取消固定</translation>
  </message>
  <message>
   <source>Changes when this page is closed.</source>
   <translation>关闭此页面后生效。</translation>
  </message>
  <message>
   <source>Channelwise is in the menu now, and opens designs: {path}</source>
   <translation>Channelwise 已加入菜单，并可打开设计：{path}</translation>
  </message>
  <message>
   <source>Channelwise is out of the menu.</source>
   <translation>Channelwise 已从菜单中移除。</translation>
  </message>
  <message>
   <source>Channelwise was not in the menu.</source>
   <translation>菜单中没有 Channelwise。</translation>
  </message>
  <message>
   <source>Chart</source>
   <translation>图表</translation>
  </message>
  <message>
   <source>Charts</source>
   <translation>图表</translation>
  </message>
  <message>
   <source>Choose what it goes through: a projection, a pool; Esc draws none</source>
   <translation>选择中间的转换：投影或池化；按 Esc 不画连线</translation>
  </message>
  <message>
   <source>Click a port, then another</source>
   <translation>先后单击两个端口</translation>
  </message>
  <message>
   <source>Click for actual size</source>
   <translation>单击恢复实际大小</translation>
  </message>
  <message>
   <source>Click for the task list</source>
   <translation>单击打开任务列表</translation>
  </message>
  <message>
   <source>Click on a wire</source>
   <translation>单击连线</translation>
  </message>
  <message>
   <source>Click on the canvas, press Tab, type “shufflenet unit”, Enter. It complains: input and output differ.</source>
   <translation>单击画布，按 Tab，输入“shufflenet unit”，按 Enter。它会报错：输入与输出不同。</translation>
  </message>
  <message>
   <source>Click to see where it comes from.</source>
   <translation>单击查看其来源。</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Close (Esc)</source>
   <translation>关闭（Esc）</translation>
  </message>
  <message>
   <source>Close; the View menu brings it back</source>
   <translation>关闭；可从“视图”菜单重新打开</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>代码</translation>
  </message>
  <message>
   <source>Collapse</source>
   <translation>折叠</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>颜色</translation>
  </message>
  <message>
   <source>Colour…</source>
   <translation>颜色…</translation>
  </message>
  <message>
   <source>Command palette</source>
   <translation>命令面板</translation>
  </message>
  <message>
   <source>Command palette…</source>
   <translation>命令面板…</translation>
  </message>
  <message>
   <source>Connect</source>
   <translation>连接</translation>
  </message>
  <message>
   <source>Connect them</source>
   <translation>连接它们</translation>
  </message>
  <message>
   <source>Connect {count} nodes</source>
   <translation>连接 {count} 个节点</translation>
  </message>
  <message>
   <source>Connect {source} to {target}</source>
   <translation>将 {source} 连接到 {target}</translation>
  </message>
  <message>
   <source>Contents</source>
   <translation>目录</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>已复制</translation>
  </message>
  <message>
   <source>Copied: {layers}.</source>
   <translation>已复制：{layers}。</translation>
  </message>
  <message>
   <source>Copies</source>
   <translation>副本数</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>Copy as CSV</source>
   <translation>复制为 CSV</translation>
  </message>
  <message>
   <source>Copy as LaTeX</source>
   <translation>复制为 LaTeX</translation>
  </message>
  <message>
   <source>Copy as Markdown</source>
   <translation>复制为 Markdown</translation>
  </message>
  <message>
   <source>Copy as picture</source>
   <translation>复制为图片</translation>
  </message>
  <message>
   <source>Copy details</source>
   <translation>复制详情</translation>
  </message>
  <message>
   <source>Copy the layers that are shown, in their order</source>
   <translation>按当前顺序复制所显示的层</translation>
  </message>
  <message>
   <source>Copy the proof</source>
   <translation>复制验证结果</translation>
  </message>
  <message>
   <source>Cost added up</source>
   <translation>累计开销</translation>
  </message>
  <message>
   <source>Cost bars</source>
   <translation>开销条</translation>
  </message>
  <message>
   <source>Cost by node</source>
   <translation>各节点开销</translation>
  </message>
  <message>
   <source>Cost by stage</source>
   <translation>各阶段开销</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>本程序统计</translation>
  </message>
  <message>
   <source>Counts</source>
   <translation>计数</translation>
  </message>
  <message>
   <source>Ctrl and the wheel zoom then</source>
   <translation>此时 Ctrl+滚轮缩放</translation>
  </message>
  <message>
   <source>Ctrl+Shift+click on a node</source>
   <translation>Ctrl+Shift+单击节点</translation>
  </message>
  <message>
   <source>Ctrl+Up, Ctrl+Down in a list of inputs</source>
   <translation>在输入列表中按 Ctrl+↑、Ctrl+↓</translation>
  </message>
  <message>
   <source>Ctrl+Up, Ctrl+Down move a row</source>
   <translation>Ctrl+↑、Ctrl+↓ 移动一行</translation>
  </message>
  <message>
   <source>Ctrl+arrows</source>
   <translation>Ctrl+方向键</translation>
  </message>
  <message>
   <source>Ctrl+drag from a port</source>
   <translation>Ctrl+从端口拖动</translation>
  </message>
  <message>
   <source>Ctrl+right drag</source>
   <translation>Ctrl+右键拖动</translation>
  </message>
  <message>
   <source>Curved</source>
   <translation>曲线</translation>
  </message>
  <message>
   <source>Cut</source>
   <translation>剪切</translation>
  </message>
  <message>
   <source>Cut a wire</source>
   <translation>断开一条连线</translation>
  </message>
  <message>
   <source>Cut all wires of what is selected</source>
   <translation>断开所选内容的全部连线</translation>
  </message>
  <message>
   <source>Cut the wires that the line crosses</source>
   <translation>切断划线经过的连线</translation>
  </message>
  <message>
   <source>Cut {count} wires</source>
   <translation>断开 {count} 条连线</translation>
  </message>
  <message>
   <source>Cut {nodes}</source>
   <translation>剪切 {nodes}</translation>
  </message>
  <message>
   <source>DESIGNS</source>
   <translation>设计</translation>
  </message>
  <message>
   <source>DONE</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>Default</source>
   <translation>默认值</translation>
  </message>
  <message>
   <source>Default: {value}.</source>
   <translation>默认值：{value}。</translation>
  </message>
  <message>
   <source>Del</source>
   <translation>Del</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Delete {nodes}</source>
   <translation>删除 {nodes}</translation>
  </message>
  <message>
   <source>Design</source>
   <translation>设计</translation>
  </message>
  <message>
   <source>Design convolutional networks by hand, and take away Keras code that runs.</source>
   <translation>亲手设计卷积网络，带走可运行的 Keras 代码。</translation>
  </message>
  <message>
   <source>Designs (*{suffix});;All files (*)</source>
   <translation>设计文件 (*{suffix});;所有文件 (*)</translation>
  </message>
  <message>
   <source>Designs that you save are listed here.</source>
   <translation>您保存的设计列在这里。</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>差异</translation>
  </message>
  <message>
   <source>Disconnect</source>
   <translation>断开连线</translation>
  </message>
  <message>
   <source>Distribute across</source>
   <translation>水平均匀分布</translation>
  </message>
  <message>
   <source>Distribute down</source>
   <translation>垂直均匀分布</translation>
  </message>
  <message>
   <source>Double-click on a parameter</source>
   <translation>双击参数</translation>
  </message>
  <message>
   <source>Double-click the title of the unit: its layers, with their shapes. Between two reshapes it shuffles.</source>
   <translation>双击该单元的标题：可以看到它的各层及形状。混洗就发生在两次 reshape 之间。</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>↓</translation>
  </message>
  <message>
   <source>Downwards</source>
   <translation>向下</translation>
  </message>
  <message>
   <source>Drag a block from the palette</source>
   <translation>从模块面板拖出模块</translation>
  </message>
  <message>
   <source>Drag a block here, or press Tab</source>
   <translation>将模块拖到此处，或按 Tab 键</translation>
  </message>
  <message>
   <source>Drag a block onto a wire</source>
   <translation>将模块拖到连线上</translation>
  </message>
  <message>
   <source>Drag a box to look closer</source>
   <translation>拖出方框以放大查看</translation>
  </message>
  <message>
   <source>Drag a dot of a wire</source>
   <translation>拖动连线的折点</translation>
  </message>
  <message>
   <source>Drag a node, a note or a frame's title</source>
   <translation>拖动节点、便签或分组框的标题</translation>
  </message>
  <message>
   <source>Drag a node, or a chain of selected nodes, onto a wire</source>
   <translation>将节点或选中的一串节点拖到连线上</translation>
  </message>
  <message>
   <source>Drag a row, or move it by Ctrl+Up and Ctrl+Down</source>
   <translation>拖动一行，或用 Ctrl+↑ 和 Ctrl+↓ 移动它</translation>
  </message>
  <message>
   <source>Drag a wire</source>
   <translation>拖动连线</translation>
  </message>
  <message>
   <source>Drag from a port to a port</source>
   <translation>从一个端口拖到另一个端口</translation>
  </message>
  <message>
   <source>Drag on a number</source>
   <translation>在数值上拖动</translation>
  </message>
  <message>
   <source>Drag on the minimap</source>
   <translation>在小地图上拖动</translation>
  </message>
  <message>
   <source>Drag over the ground</source>
   <translation>在空白处拖动</translation>
  </message>
  <message>
   <source>Drag the edge of a frame or note</source>
   <translation>拖动分组框或便签的边缘</translation>
  </message>
  <message>
   <source>Drag to go elsewhere</source>
   <translation>拖动以移到别处</translation>
  </message>
  <message>
   <source>Drag to move, with the right button to stretch</source>
   <translation>拖动以平移，按住右键拖动以缩放</translation>
  </message>
  <message>
   <source>Draw a wire that does not fit</source>
   <translation>画一条不匹配的连线</translation>
  </message>
  <message>
   <source>Draw nodes as their titles alone</source>
   <translation>只画出节点的标题</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>创建副本</translation>
  </message>
  <message>
   <source>Duplicate {nodes}</source>
   <translation>创建 {nodes} 的副本</translation>
  </message>
  <message>
   <source>Each colour is a group of the input's channels. Lanes run one to one where channels stay apart; where they meet in a band, every channel sees all of it. Colours above each other: these channels saw several groups.</source>
   <translation>每种颜色代表输入的一组通道。通道互不相干处，线条一一对应；汇入同一条带处，每个通道看到整条带。颜色上下叠放表示这些通道看到了多个组。</translation>
  </message>
  <message>
   <source>Each network as a card</source>
   <translation>每个网络一张卡片</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>编辑</translation>
  </message>
  <message>
   <source>Edit inside</source>
   <translation>编辑内部</translation>
  </message>
  <message>
   <source>Edit it where it stands</source>
   <translation>就地编辑</translation>
  </message>
  <message>
   <source>Edit the parameters</source>
   <translation>编辑参数</translation>
  </message>
  <message>
   <source>Enter adds it, Ctrl+Enter stays for more, Esc closes</source>
   <translation>Enter 添加，Ctrl+Enter 添加后继续，Esc 关闭</translation>
  </message>
  <message>
   <source>Enter in a field</source>
   <translation>在字段中按 Enter</translation>
  </message>
  <message>
   <source>Enter takes it, Esc draws no wire</source>
   <translation>Enter 采用，Esc 不画连线</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Esc in a drag</source>
   <translation>拖动时按 Esc</translation>
  </message>
  <message>
   <source>Esc in a field</source>
   <translation>在字段中按 Esc</translation>
  </message>
  <message>
   <source>Expand</source>
   <translation>展开</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>导出</translation>
  </message>
  <message>
   <source>Export again</source>
   <translation>再次导出</translation>
  </message>
  <message>
   <source>Export takes away Keras code that is proven to run. Ctrl+Shift+P finds every command, F1 explains a block.</source>
   <translation>导出即可带走经验证可运行的 Keras 代码。Ctrl+Shift+P 查找任意命令，F1 解释模块。</translation>
  </message>
  <message>
   <source>Export to</source>
   <translation>导出到</translation>
  </message>
  <message>
   <source>Export {file}</source>
   <translation>导出 {file}</translation>
  </message>
  <message>
   <source>Export {name}</source>
   <translation>导出 {name}</translation>
  </message>
  <message>
   <source>Exports and other long tasks are listed here.</source>
   <translation>导出和其他耗时的任务列在这里。</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>导出…</translation>
  </message>
  <message>
   <source>Expose as a parameter</source>
   <translation>公开为参数</translation>
  </message>
  <message>
   <source>F2</source>
   <translation>F2</translation>
  </message>
  <message>
   <source>FIGURES</source>
   <translation>统计</translation>
  </message>
  <message>
   <source>FIGURES TOGETHER</source>
   <translation>合计</translation>
  </message>
  <message>
   <source>FLOPs</source>
   <translation>FLOPs</translation>
  </message>
  <message>
   <source>Family</source>
   <translation>系列</translation>
  </message>
  <message>
   <source>Fast brings the class GroupedConv2D along: on a CPU, training Keras's own grouped convolution is up to 200 times slower.</source>
   <translation>“快速”会附带 GroupedConv2D 类：在 CPU 上，训练 Keras 自带的分组卷积最多慢 200 倍。</translation>
  </message>
  <message>
   <source>Favourites</source>
   <translation>收藏</translation>
  </message>
  <message>
   <source>Fewer channels</source>
   <translation>减少通道</translation>
  </message>
  <message>
   <source>Figures</source>
   <translation>统计</translation>
  </message>
  <message>
   <source>Figures: {source}</source>
   <translation>数据来源：{source}</translation>
  </message>
  <message>
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>Find a block and place it; Tab does the same</source>
   <translation>查找模块并放置；按 Tab 键效果相同</translation>
  </message>
  <message>
   <source>Find a block that goes into the selected wire; Tab does the same</source>
   <translation>查找可插入所选连线的模块；按 Tab 键效果相同</translation>
  </message>
  <message>
   <source>Find a key or what it does</source>
   <translation>查找按键或其功能</translation>
  </message>
  <message>
   <source>Find any command, block or node by a few letters</source>
   <translation>输入几个字母即可查找任意命令、模块或节点</translation>
  </message>
  <message>
   <source>Find layers by name, kind or node</source>
   <translation>按名称、类型或节点查找层</translation>
  </message>
  <message>
   <source>Find on the canvas…</source>
   <translation>在画布上查找…</translation>
  </message>
  <message>
   <source>Fit the network</source>
   <translation>显示整个网络</translation>
  </message>
  <message>
   <source>Fit the selection</source>
   <translation>显示所选内容</translation>
  </message>
  <message>
   <source>Flow to the right</source>
   <translation>从左到右</translation>
  </message>
  <message>
   <source>Fold away</source>
   <translation>折叠</translation>
  </message>
  <message>
   <source>For a small screen</source>
   <translation>适合小屏幕</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>前进</translation>
  </message>
  <message>
   <source>Frame</source>
   <translation>分组框</translation>
  </message>
  <message>
   <source>From the canvas to the panels, one after the other, and back</source>
   <translation>从画布依次到各面板，再回到画布</translation>
  </message>
  <message>
   <source>From {low} to {high}.</source>
   <translation>取值范围 {low} 到 {high}。</translation>
  </message>
  <message>
   <source>Gallery…</source>
   <translation>模板库…</translation>
  </message>
  <message>
   <source>Give it a size</source>
   <translation>设定大小</translation>
  </message>
  <message>
   <source>Go on to the next field</source>
   <translation>转到下一个字段</translation>
  </message>
  <message>
   <source>Go on working; the task list shows how far it is</source>
   <translation>继续工作；任务列表会显示进度</translation>
  </message>
  <message>
   <source>Go there; the wheel zooms</source>
   <translation>移到那里；滚轮缩放</translation>
  </message>
  <message>
   <source>Go to the block</source>
   <translation>转到该模块</translation>
  </message>
  <message>
   <source>Go to this step</source>
   <translation>转到这一步</translation>
  </message>
  <message>
   <source>Go to {node}</source>
   <translation>转到 {node}</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>组合</translation>
  </message>
  <message>
   <source>Group into a block</source>
   <translation>组合为模块</translation>
  </message>
  <message>
   <source>Group into a block…</source>
   <translation>组合为模块…</translation>
  </message>
  <message>
   <source>Grouped convolutions</source>
   <translation>分组卷积</translation>
  </message>
  <message>
   <source>Grouped convolutions need channels that divide. Type 5 into groups.</source>
   <translation>分组卷积要求通道数能整除。请在 groups 中输入 5。</translation>
  </message>
  <message>
   <source>Grouped: fast</source>
   <translation>分组卷积：快速</translation>
  </message>
  <message>
   <source>Grouped: plain</source>
   <translation>分组卷积：普通</translation>
  </message>
  <message>
   <source>GroupedConv2D, fast to train on a CPU</source>
   <translation>GroupedConv2D，在 CPU 上训练快</translation>
  </message>
  <message>
   <source>Guide</source>
   <translation>指南</translation>
  </message>
  <message>
   <source>Guided tour</source>
   <translation>新手导览</translation>
  </message>
  <message>
   <source>Guides while nodes are moved</source>
   <translation>移动节点时显示参考线</translation>
  </message>
  <message>
   <source>Height, width, channels</source>
   <translation>高、宽、通道数</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>帮助</translation>
  </message>
  <message>
   <source>Here it can only be read</source>
   <translation>此处只能查看</translation>
  </message>
  <message>
   <source>History</source>
   <translation>历史记录</translation>
  </message>
  <message>
   <source>How costs are counted</source>
   <translation>开销如何统计</translation>
  </message>
  <message>
   <source>How much of the input image one output sees, and how far apart neighbours look.</source>
   <translation>一个输出能看到输入图像的范围，以及相邻输出之间的间隔。</translation>
  </message>
  <message>
   <source>INPUT {port} IN ITS ORDER</source>
   <translation>输入 {port} 的顺序</translation>
  </message>
  <message>
   <source>INPUTS IN THEIR ORDER</source>
   <translation>输入顺序</translation>
  </message>
  <message>
   <source>In error, or behind an error.</source>
   <translation>有错误，或位于错误之后。</translation>
  </message>
  <message>
   <source>In error, or behind an error. Click to see where.</source>
   <translation>有错误，或位于错误之后。单击查看位置。</translation>
  </message>
  <message>
   <source>In exported files it is called like this; an option left out has its default.</source>
   <translation>在导出的文件中这样调用；省略的选项取默认值。</translation>
  </message>
  <message>
   <source>In the background</source>
   <translation>转到后台</translation>
  </message>
  <message>
   <source>In this design</source>
   <translation>本设计</translation>
  </message>
  <message>
   <source>Input</source>
   <translation>输入</translation>
  </message>
  <message>
   <source>Input {port}</source>
   <translation>输入 {port}</translation>
  </message>
  <message>
   <source>Inputs left, outputs right</source>
   <translation>输入在左，输出在右</translation>
  </message>
  <message>
   <source>Insert a block…</source>
   <translation>插入模块…</translation>
  </message>
  <message>
   <source>Insert between {source} and {target}</source>
   <translation>插入到 {source} 与 {target} 之间</translation>
  </message>
  <message>
   <source>Insert it, and heal the wires it had; hold Alt to leave it beside</source>
   <translation>插入到连线中，并接好它原来的连线；按住 Alt 则放在旁边</translation>
  </message>
  <message>
   <source>Insert it; hold Alt to place it beside</source>
   <translation>插入到连线中；按住 Alt 则放在旁边</translation>
  </message>
  <message>
   <source>Insert {node} into a wire</source>
   <translation>将 {node} 插入连线</translation>
  </message>
  <message>
   <source>Inspector</source>
   <translation>检查器</translation>
  </message>
  <message>
   <source>Into the search of the palette</source>
   <translation>转到模块面板的搜索框</translation>
  </message>
  <message>
   <source>It is there once: Repeat makes it a row</source>
   <translation>只有一个副本：设置重复次数即可成为一行</translation>
  </message>
  <message>
   <source>Its inputs are not known yet.</source>
   <translation>其输入尚未知。</translation>
  </message>
  <message>
   <source>Its name; renaming reaches every expression that uses it</source>
   <translation>变量名；重命名会同步到所有用到它的表达式</translation>
  </message>
  <message>
   <source>Its own colour</source>
   <translation>自身的颜色</translation>
  </message>
  <message>
   <source>Keep the block for other designs</source>
   <translation>保留该模块供其他设计使用</translation>
  </message>
  <message>
   <source>Keyboard and mouse</source>
   <translation>键盘与鼠标</translation>
  </message>
  <message>
   <source>KiB and MiB, by 1,024</source>
   <translation>KiB 和 MiB，按 1,024 进位</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Known when its error is mended.</source>
   <translation>修复错误后才能得知。</translation>
  </message>
  <message>
   <source>Known when what leads here is complete and without errors.</source>
   <translation>前面的部分完整且无错误时才能得知。</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>Lay out all nodes, or those selected</source>
   <translation>为全部或所选节点自动布局</translation>
  </message>
  <message>
   <source>Layer</source>
   <translation>层</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>层</translation>
  </message>
  <message>
   <source>Lead the wire another way</source>
   <translation>让连线改道</translation>
  </message>
  <message>
   <source>Lead the wire another way; Alt+click or dragging the wire does the same</source>
   <translation>让连线改道；Alt+单击或拖动连线效果相同</translation>
  </message>
  <message>
   <source>Leave the block</source>
   <translation>退出模块</translation>
  </message>
  <message>
   <source>Leave the block (Backspace)</source>
   <translation>退出模块（Backspace）</translation>
  </message>
  <message>
   <source>Leave the tour</source>
   <translation>退出导览</translation>
  </message>
  <message>
   <source>Let a wire go over the ground</source>
   <translation>在空白处松开连线</translation>
  </message>
  <message>
   <source>Let the wires among the selected nodes run straight</source>
   <translation>让所选节点之间的连线拉直</translation>
  </message>
  <message>
   <source>Let work again</source>
   <translation>恢复工作</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <source>Light its wires; say shape, bytes and what it feeds</source>
   <translation>高亮它的连线，并显示形状、字节数和去向</translation>
  </message>
  <message>
   <source>Lines that begin with - are only in {file} on the disk, lines that begin with + only in this window.</source>
   <translation>以 - 开头的行只在磁盘上的 {file} 中，以 + 开头的行只在此窗口中。</translation>
  </message>
  <message>
   <source>Loading the chart…</source>
   <translation>正在加载图表…</translation>
  </message>
  <message>
   <source>Look anyway</source>
   <translation>仍然查找</translation>
  </message>
  <message>
   <source>Look inside</source>
   <translation>查看内部</translation>
  </message>
  <message>
   <source>Look inside a block first</source>
   <translation>请先进入一个模块的内部</translation>
  </message>
  <message>
   <source>Look into a block of the design</source>
   <translation>查看设计中某个模块的内部</translation>
  </message>
  <message>
   <source>Look into the block; what is changed there reaches every use</source>
   <translation>查看模块内部；在其中的更改会作用于所有引用</translation>
  </message>
  <message>
   <source>MACs</source>
   <translation>MACs</translation>
  </message>
  <message>
   <source>MACs against published top-1</source>
   <translation>MACs 与论文 top-1 对照</translation>
  </message>
  <message>
   <source>MACs as published</source>
   <translation>论文公布的 MACs</translation>
  </message>
  <message>
   <source>Made of {layers}.</source>
   <translation>由 {layers} 组成。</translation>
  </message>
  <message>
   <source>Make a block of your own of the selected nodes</source>
   <translation>将所选节点做成自己的模块</translation>
  </message>
  <message>
   <source>Make editable</source>
   <translation>转为可编辑</translation>
  </message>
  <message>
   <source>Make it a variable</source>
   <translation>转为变量</translation>
  </message>
  <message>
   <source>Make its value a variable</source>
   <translation>将其值转为变量</translation>
  </message>
  <message>
   <source>Make one row</source>
   <translation>合并为一行</translation>
  </message>
  <message>
   <source>Make one row that repeats of a chain of equal nodes</source>
   <translation>将一串相同的节点合并为重复的一行</translation>
  </message>
  <message>
   <source>Make one row that repeats of this chain of equal nodes</source>
   <translation>将这串相同的节点合并为重复的一行</translation>
  </message>
  <message>
   <source>Many small operations each</source>
   <translation>每个卷积变为许多小运算</translation>
  </message>
  <message>
   <source>Maximum</source>
   <translation>最大值</translation>
  </message>
  <message>
   <source>Memory over time</source>
   <translation>内存随时间变化</translation>
  </message>
  <message>
   <source>Menu key</source>
   <translation>菜单键</translation>
  </message>
  <message>
   <source>Menu: {menu}</source>
   <translation>菜单：{menu}</translation>
  </message>
  <message>
   <source>Middle drag, Space+drag</source>
   <translation>中键拖动、空格+拖动</translation>
  </message>
  <message>
   <source>Minimap</source>
   <translation>小地图</translation>
  </message>
  <message>
   <source>Minimum</source>
   <translation>最小值</translation>
  </message>
  <message>
   <source>Motion</source>
   <translation>动画</translation>
  </message>
  <message>
   <source>Move a dot</source>
   <translation>移动折点</translation>
  </message>
  <message>
   <source>Move a wire to {node}</source>
   <translation>将一条连线移到 {node}</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>下移</translation>
  </message>
  <message>
   <source>Move it, and all that is selected</source>
   <translation>移动它以及所有所选内容</translation>
  </message>
  <message>
   <source>Move its wires to another port</source>
   <translation>将它的连线移到另一个端口</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>上移</translation>
  </message>
  <message>
   <source>Move {count} wires to {node}</source>
   <translation>将 {count} 条连线移到 {node}</translation>
  </message>
  <message>
   <source>Move {nodes}</source>
   <translation>移动 {nodes}</translation>
  </message>
  <message>
   <source>Multiply-accumulates of convolutions and dense layers, for one image.</source>
   <translation>卷积层与全连接层的乘加次数，按一张图像计。</translation>
  </message>
  <message>
   <source>Mute</source>
   <translation>旁路</translation>
  </message>
  <message>
   <source>Muted</source>
   <translation>已旁路</translation>
  </message>
  <message>
   <source>My blocks</source>
   <translation>我的模块</translation>
  </message>
  <message>
   <source>NO PARAMETERS</source>
   <translation>无参数</translation>
  </message>
  <message>
   <source>NO PARAMETERS IN COMMON</source>
   <translation>无共同参数</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Name a file to export to.</source>
   <translation>请填写要导出到的文件名。</translation>
  </message>
  <message>
   <source>Name in code</source>
   <translation>代码中的名称</translation>
  </message>
  <message>
   <source>New</source>
   <translation>新建</translation>
  </message>
  <message>
   <source>New from template</source>
   <translation>从模板新建</translation>
  </message>
  <message>
   <source>New from template…</source>
   <translation>从模板新建…</translation>
  </message>
  <message>
   <source>New parameter</source>
   <translation>新参数</translation>
  </message>
  <message>
   <source>New variable</source>
   <translation>新变量</translation>
  </message>
  <message>
   <source>Next (Enter)</source>
   <translation>下一个（Enter）</translation>
  </message>
  <message>
   <source>Next part of the window</source>
   <translation>窗口的下一部分</translation>
  </message>
  <message>
   <source>Next problem</source>
   <translation>下一个问题</translation>
  </message>
  <message>
   <source>No block fits “{text}”</source>
   <translation>没有与“{text}”匹配的模块</translation>
  </message>
  <message>
   <source>No block that fits here is called “{text}”</source>
   <translation>此处可用的模块中没有名为“{text}”的</translation>
  </message>
  <message>
   <source>No key or gesture fits “{text}”</source>
   <translation>没有与“{text}”匹配的按键或手势</translation>
  </message>
  <message>
   <source>No neighbour is of this block with the same settings</source>
   <translation>没有模块和设置都相同的相邻节点</translation>
  </message>
  <message>
   <source>No network fits “{text}”</source>
   <translation>没有与“{text}”匹配的网络</translation>
  </message>
  <message>
   <source>No problem now.</source>
   <translation>现在没有问题。</translation>
  </message>
  <message>
   <source>No problems</source>
   <translation>没有问题</translation>
  </message>
  <message>
   <source>Nobody published this one.</source>
   <translation>该配置没有公开发表的数据。</translation>
  </message>
  <message>
   <source>Node</source>
   <translation>节点</translation>
  </message>
  <message>
   <source>Nodes</source>
   <translation>节点</translation>
  </message>
  <message>
   <source>Nodes by name, block, parameter or problem</source>
   <translation>按名称、模块、参数或问题查找节点</translation>
  </message>
  <message>
   <source>Nodes glide to their places</source>
   <translation>节点平滑移动到位</translation>
  </message>
  <message>
   <source>Not counted</source>
   <translation>未计入</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Nothing is called “{text}”</source>
   <translation>没有名为“{text}”的项目</translation>
  </message>
  <message>
   <source>Nothing is trained here.</source>
   <translation>这里不进行训练。</translation>
  </message>
  <message>
   <source>Nothing opened yet</source>
   <translation>尚未打开过文件</translation>
  </message>
  <message>
   <source>Nothing to show yet: add some blocks.</source>
   <translation>暂无内容：请先添加模块。</translation>
  </message>
  <message>
   <source>Nothing was printed: the printer or the file cannot be written to.</source>
   <translation>未打印任何内容：无法写入打印机或文件。</translation>
  </message>
  <message>
   <source>Nothing yet</source>
   <translation>暂无</translation>
  </message>
  <message>
   <source>Nudge what is selected; Shift by the grid</source>
   <translation>微移所选内容；按住 Shift 按网格移动</translation>
  </message>
  <message>
   <source>Numbers</source>
   <translation>数值</translation>
  </message>
  <message>
   <source>OPTIONS</source>
   <translation>选项</translation>
  </message>
  <message>
   <source>Of all copies together. </source>
   <translation>所有副本合计。</translation>
  </message>
  <message>
   <source>Off: nothing glides, everything is in its place at once.</source>
   <translation>关闭：没有平滑移动，一切立即到位。</translation>
  </message>
  <message>
   <source>On to the view after</source>
   <translation>前进到下一个视图</translation>
  </message>
  <message>
   <source>Once it is open, the totals are counted from its layers.</source>
   <translation>打开后，合计按其各层统计。</translation>
  </message>
  <message>
   <source>One operation each, for converters</source>
   <translation>每个卷积一个运算，便于转换</translation>
  </message>
  <message>
   <source>Only Linux desktops keep their menus in files that can be added to.</source>
   <translation>只有 Linux 桌面用文件保存菜单，可以添加菜单项。</translation>
  </message>
  <message>
   <source>Only the canvas</source>
   <translation>仅画布</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>Open a design</source>
   <translation>打开设计</translation>
  </message>
  <message>
   <source>Open anyway</source>
   <translation>仍然打开</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>打开文件夹</translation>
  </message>
  <message>
   <source>Opening {name} …</source>
   <translation>正在打开 {name} …</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>打开…</translation>
  </message>
  <message>
   <source>Or drag the wire. Where the window manager takes Alt, hold Ctrl as well.</source>
   <translation>也可以直接拖动连线。如果窗口管理器占用了 Alt，请同时按住 Ctrl。</translation>
  </message>
  <message>
   <source>Orthogonal wires</source>
   <translation>直角连线</translation>
  </message>
  <message>
   <source>Output</source>
   <translation>输出</translation>
  </message>
  <message>
   <source>Output {port}</source>
   <translation>输出 {port}</translation>
  </message>
  <message>
   <source>Output, cost</source>
   <translation>输出与开销</translation>
  </message>
  <message>
   <source>Overwrite</source>
   <translation>覆盖</translation>
  </message>
  <message>
   <source>Overwriting loses what the other program has written. Reloading can be undone here.</source>
   <translation>覆盖会丢失其他程序写入的内容。重新载入可在此处撤销。</translation>
  </message>
  <message>
   <source>PARAMETERS</source>
   <translation>参数</translation>
  </message>
  <message>
   <source>PARAMETERS IN COMMON</source>
   <translation>共同参数</translation>
  </message>
  <message>
   <source>PARAMETERS OF THE BLOCK</source>
   <translation>模块的参数</translation>
  </message>
  <message>
   <source>PUBLISHED</source>
   <translation>已发表</translation>
  </message>
  <message>
   <source>Pan</source>
   <translation>平移</translation>
  </message>
  <message>
   <source>Pan; pinch to zoom</source>
   <translation>平移；双指捏合缩放</translation>
  </message>
  <message>
   <source>Panel: {title}</source>
   <translation>面板：{title}</translation>
  </message>
  <message>
   <source>Papers often print these as FLOPs.</source>
   <translation>论文中常把它写作 FLOPs。</translation>
  </message>
  <message>
   <source>Parameter</source>
   <translation>参数</translation>
  </message>
  <message>
   <source>Parameters</source>
   <translation>参数量</translation>
  </message>
  <message>
   <source>Parameters against MACs</source>
   <translation>参数量与 MACs 对照</translation>
  </message>
  <message>
   <source>Parameters and the figures params, macs, flops, repeat and channels take = != &lt; &lt;= &gt; &gt;=</source>
   <translation>参数以及统计量 params、macs、flops、repeat、channels 可使用 = != &lt; &lt;= &gt; &gt;=</translation>
  </message>
  <message>
   <source>Parameters of the block {title}: each use sets its own; these are the defaults.</source>
   <translation>模块“{title}”的参数：每处引用可各自设置；此处为默认值。</translation>
  </message>
  <message>
   <source>Parameters on nodes</source>
   <translation>节点上的参数</translation>
  </message>
  <message>
   <source>Params</source>
   <translation>参数量</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>粘贴</translation>
  </message>
  <message>
   <source>Paste with wires</source>
   <translation>连同连线粘贴</translation>
  </message>
  <message>
   <source>Paste, wired to what the copied nodes were wired to</source>
   <translation>粘贴，并接到原节点所连的节点上</translation>
  </message>
  <message>
   <source>Peak memory</source>
   <translation>峰值内存</translation>
  </message>
  <message>
   <source>Pin these totals: changes are shown against them from now on</source>
   <translation>固定当前合计：此后的变化量以它为基准显示</translation>
  </message>
  <message>
   <source>Place it; with Ctrl held, go on placing by clicks until Esc</source>
   <translation>放置模块；按住 Ctrl 可连续单击放置，按 Esc 结束</translation>
  </message>
  <message>
   <source>Placing</source>
   <translation>放置</translation>
  </message>
  <message>
   <source>Plain Conv2D(groups=...)</source>
   <translation>普通 Conv2D(groups=...)</translation>
  </message>
  <message>
   <source>Press Backspace over the canvas, or click the name above it.</source>
   <translation>在画布上按 Backspace，或单击画布上方的名称。</translation>
  </message>
  <message>
   <source>Press Tab again, type “stem”, Enter. It is wired to what is selected, and the wire says which shape flows.</source>
   <translation>再次按 Tab，输入“stem”，按 Enter。它会接到所选节点上，连线上标出流过的形状。</translation>
  </message>
  <message>
   <source>Press Tab over the canvas, type “image”, and press Enter.</source>
   <translation>在画布上按 Tab，输入“image”，再按 Enter。</translation>
  </message>
  <message>
   <source>Previous part of the window</source>
   <translation>窗口的上一部分</translation>
  </message>
  <message>
   <source>Print the design</source>
   <translation>打印设计</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>打印…</translation>
  </message>
  <message>
   <source>Problems</source>
   <translation>问题</translation>
  </message>
  <message>
   <source>Proven to run.</source>
   <translation>已验证可运行。</translation>
  </message>
  <message>
   <source>Published</source>
   <translation>论文公布</translation>
  </message>
  <message>
   <source>Published by: {source}</source>
   <translation>数据来源：{source}</translation>
  </message>
  <message>
   <source>Pull it out and heal the wire</source>
   <translation>抽出节点并接好连线</translation>
  </message>
  <message>
   <source>Pull out</source>
   <translation>抽出</translation>
  </message>
  <message>
   <source>Pull out {nodes}</source>
   <translation>抽出 {nodes}</translation>
  </message>
  <message>
   <source>Put a dot here</source>
   <translation>在此加折点</translation>
  </message>
  <message>
   <source>Put a dot on a wire</source>
   <translation>在连线上加折点</translation>
  </message>
  <message>
   <source>Put a dot on it, to lead it another way</source>
   <translation>在连线上加折点，让它改道</translation>
  </message>
  <message>
   <source>Put the nodes that a block is made of in its place</source>
   <translation>用组成模块的节点替换该模块</translation>
  </message>
  <message>
   <source>Put the nodes that a row stands for in its place</source>
   <translation>用该行所代表的节点替换该行</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>退出</translation>
  </message>
  <message>
   <source>RECENT</source>
   <translation>最近</translation>
  </message>
  <message>
   <source>Range, step, note, remove</source>
   <translation>范围、步长、备注、移除</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>最近使用</translation>
  </message>
  <message>
   <source>Receptive field</source>
   <translation>感受野</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>重做</translation>
  </message>
  <message>
   <source>Redo {step}</source>
   <translation>重做“{step}”</translation>
  </message>
  <message>
   <source>Redone</source>
   <translation>已重做</translation>
  </message>
  <message>
   <source>Reload</source>
   <translation>重新载入</translation>
  </message>
  <message>
   <source>Reload from disk</source>
   <translation>从磁盘重新载入</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Remove from my blocks</source>
   <translation>从我的模块中移除</translation>
  </message>
  <message>
   <source>Remove from the design</source>
   <translation>从设计中移除</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>重命名</translation>
  </message>
  <message>
   <source>Rename a node, a frame; write in a note</source>
   <translation>重命名节点或分组框；编辑便签</translation>
  </message>
  <message>
   <source>Rename the block</source>
   <translation>重命名模块</translation>
  </message>
  <message>
   <source>Rename the block…</source>
   <translation>重命名模块…</translation>
  </message>
  <message>
   <source>Rename to {name}</source>
   <translation>重命名为 {name}</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>重命名…</translation>
  </message>
  <message>
   <source>Repair it</source>
   <translation>修复它</translation>
  </message>
  <message>
   <source>Repeat</source>
   <translation>重复次数</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>替换</translation>
  </message>
  <message>
   <source>Replace the row by single nodes</source>
   <translation>用单个节点代替该行</translation>
  </message>
  <message>
   <source>Replacing it changes no design: each has its own copy of what it uses.</source>
   <translation>替换它不会改变任何设计：每个设计都保存了自己所用模块的副本。</translation>
  </message>
  <message>
   <source>Reset all</source>
   <translation>全部重置</translation>
  </message>
  <message>
   <source>Reset to the default</source>
   <translation>恢复默认值</translation>
  </message>
  <message>
   <source>Resize {nodes}</source>
   <translation>调整 {nodes} 的大小</translation>
  </message>
  <message>
   <source>Resolve…</source>
   <translation>解决…</translation>
  </message>
  <message>
   <source>Rest on a port or wire</source>
   <translation>停在端口或连线上</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>恢复</translation>
  </message>
  <message>
   <source>Right-click on a field</source>
   <translation>右键单击字段</translation>
  </message>
  <message>
   <source>SAVE AS</source>
   <translation>另存为</translation>
  </message>
  <message>
   <source>STEP {number} OF {count}</source>
   <translation>第 {number} 步，共 {count} 步</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Save as</source>
   <translation>另存为</translation>
  </message>
  <message>
   <source>Save as…</source>
   <translation>另存为…</translation>
  </message>
  <message>
   <source>Save by itself</source>
   <translation>自动保存</translation>
  </message>
  <message>
   <source>Save it again</source>
   <translation>重新保存</translation>
  </message>
  <message>
   <source>Save the changes to {title}?</source>
   <translation>是否保存对 {title} 的更改？</translation>
  </message>
  <message>
   <source>Save the chart as a picture</source>
   <translation>将图表保存为图片</translation>
  </message>
  <message>
   <source>Save the design</source>
   <translation>保存设计</translation>
  </message>
  <message>
   <source>Save to my blocks</source>
   <translation>保存到我的模块</translation>
  </message>
  <message>
   <source>Saved to {path}.</source>
   <translation>已保存到 {path}。</translation>
  </message>
  <message>
   <source>Saved to {path}. The file belonged to another user; it is yours now.</source>
   <translation>已保存到 {path}。该文件原属于其他用户，现在归您所有。</translation>
  </message>
  <message>
   <source>Saved to {path}. The file had other names (hard links), which keep the earlier design.</source>
   <translation>已保存到 {path}。该文件还有其他名称（硬链接），那些名称仍保留之前的设计。</translation>
  </message>
  <message>
   <source>Scrolls; with Ctrl it zooms</source>
   <translation>滚动；按住 Ctrl 缩放</translation>
  </message>
  <message>
   <source>Search blocks</source>
   <translation>搜索模块</translation>
  </message>
  <message>
   <source>Search by name, family, paper or year</source>
   <translation>按名称、系列、论文或年份搜索</translation>
  </message>
  <message>
   <source>Search for a block that can take it</source>
   <translation>搜索可以接收它的模块</translation>
  </message>
  <message>
   <source>Search templates</source>
   <translation>搜索模板</translation>
  </message>
  <message>
   <source>Search the help</source>
   <translation>搜索帮助</translation>
  </message>
  <message>
   <source>Seeing</source>
   <translation>查看</translation>
  </message>
  <message>
   <source>Select a node first</source>
   <translation>请先选中一个节点</translation>
  </message>
  <message>
   <source>Select a node of a block of this design first</source>
   <translation>请先选中一个使用本设计模块的节点</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>全选</translation>
  </message>
  <message>
   <source>Select it</source>
   <translation>选中它</translation>
  </message>
  <message>
   <source>Select one node first</source>
   <translation>请先选中单个节点</translation>
  </message>
  <message>
   <source>Select one node of a block of this design first</source>
   <translation>请先选中单个使用本设计模块的节点</translation>
  </message>
  <message>
   <source>Select one node of a library block first</source>
   <translation>请先选中单个使用库中模块的节点</translation>
  </message>
  <message>
   <source>Select one node that has layers inside first</source>
   <translation>请先选中单个内部有层的节点</translation>
  </message>
  <message>
   <source>Select one row of several copies first</source>
   <translation>请先选中一个重复多次的行</translation>
  </message>
  <message>
   <source>Select one wire first: click it.</source>
   <translation>请先单击选中一条连线。</translation>
  </message>
  <message>
   <source>Select several nodes first</source>
   <translation>请先选中多个节点</translation>
  </message>
  <message>
   <source>Select the node</source>
   <translation>选中该节点</translation>
  </message>
  <message>
   <source>Select the {count} nodes that it moves</source>
   <translation>选中它所影响的 {count} 个节点</translation>
  </message>
  <message>
   <source>Select what is touched</source>
   <translation>选中触及的内容</translation>
  </message>
  <message>
   <source>Set {parameter}</source>
   <translation>设置 {parameter}</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>设置…</translation>
  </message>
  <message>
   <source>Shape</source>
   <translation>形状</translation>
  </message>
  <message>
   <source>Shapes</source>
   <translation>形状</translation>
  </message>
  <message>
   <source>Short: 3.54 M</source>
   <translation>简短：3.54 M</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>显示</translation>
  </message>
  <message>
   <source>Show all points</source>
   <translation>显示所有点</translation>
  </message>
  <message>
   <source>Show each node's share of the MACs</source>
   <translation>显示每个节点占 MACs 的比例</translation>
  </message>
  <message>
   <source>Show shape, receptive field and cost of everything up to it; Esc ends that</source>
   <translation>显示到该节点为止的形状、感受野和开销；按 Esc 结束</translation>
  </message>
  <message>
   <source>Show shapes on nodes and wires</source>
   <translation>在节点和连线上显示形状</translation>
  </message>
  <message>
   <source>Show the difference</source>
   <translation>显示差异</translation>
  </message>
  <message>
   <source>Show the settings that matter</source>
   <translation>显示重要的设置</translation>
  </message>
  <message>
   <source>Show the whole network</source>
   <translation>显示整个网络</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>大小</translation>
  </message>
  <message>
   <source>Size of a new image</source>
   <translation>新图像的大小</translation>
  </message>
  <message>
   <source>Snap to neighbours</source>
   <translation>吸附到相邻节点</translation>
  </message>
  <message>
   <source>Something new, something known, something that was open</source>
   <translation>新建、已知的网络，或之前打开过的设计</translation>
  </message>
  <message>
   <source>Something of that name is there; a proven export takes its place.</source>
   <translation>已存在同名文件；验证通过的导出结果将替换它。</translation>
  </message>
  <message>
   <source>Sort: {title}</source>
   <translation>排序：{title}</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>空格</translation>
  </message>
  <message>
   <source>Standard</source>
   <translation>标准</translation>
  </message>
  <message>
   <source>Start page</source>
   <translation>起始页</translation>
  </message>
  <message>
   <source>Starting TensorFlow; the first export waits some seconds for it</source>
   <translation>正在启动 TensorFlow；首次导出需要等待几秒</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>步长</translation>
  </message>
  <message>
   <source>Step; Ctrl by 8</source>
   <translation>逐步增减；按住 Ctrl 每步 8</translation>
  </message>
  <message>
   <source>Store the proof beside it</source>
   <translation>在旁边保存验证结果</translation>
  </message>
  <message>
   <source>Straighten</source>
   <translation>拉直</translation>
  </message>
  <message>
   <source>TEMPLATES</source>
   <translation>模板</translation>
  </message>
  <message>
   <source>THE FIRST COPY DIFFERS IN</source>
   <translation>首个副本的差异</translation>
  </message>
  <message>
   <source>Tab in a field</source>
   <translation>在字段中按 Tab</translation>
  </message>
  <message>
   <source>Take a dot away</source>
   <translation>移除折点</translation>
  </message>
  <message>
   <source>Take away code or a model, proven to run</source>
   <translation>导出经验证可运行的代码或模型</translation>
  </message>
  <message>
   <source>Take from the favourites (*)</source>
   <translation>从收藏中移除（*）</translation>
  </message>
  <message>
   <source>Take it away</source>
   <translation>移除它</translation>
  </message>
  <message>
   <source>Take its dots away</source>
   <translation>移除它的折点</translation>
  </message>
  <message>
   <source>Take out of the desktop's menu</source>
   <translation>从桌面菜单中移除</translation>
  </message>
  <message>
   <source>Take the number or the slider back</source>
   <translation>恢复数值或滑块</translation>
  </message>
  <message>
   <source>Take the selected nodes out of their wires, and heal these; Alt+drag does the same</source>
   <translation>将所选节点从连线中抽出并接好连线；Alt+拖动效果相同</translation>
  </message>
  <message>
   <source>Tasks</source>
   <translation>任务</translation>
  </message>
  <message>
   <source>Templates</source>
   <translation>模板</translation>
  </message>
  <message>
   <source>Text on the canvas</source>
   <translation>画布上的文字</translation>
  </message>
  <message>
   <source>That is it</source>
   <translation>到此结束</translation>
  </message>
  <message>
   <source>The block of this node is not known here.</source>
   <translation>此处没有该节点的模块。</translation>
  </message>
  <message>
   <source>The block {names} is another one in this design.</source>
   <translation>本设计中的模块 {names} 与之不同。</translation>
  </message>
  <message>
   <source>The blocks {names} are others in this design.</source>
   <translation>本设计中的模块 {names} 与之不同。</translation>
  </message>
  <message>
   <source>The design has changed meanwhile: arrange it again.</source>
   <translation>设计在此期间已更改：请重新自动布局。</translation>
  </message>
  <message>
   <source>The design has errors; mend these first:</source>
   <translation>设计中有错误，请先修复：</translation>
  </message>
  <message>
   <source>The design on one page</source>
   <translation>将设计打印在一页上</translation>
  </message>
  <message>
   <source>The entry cannot be removed: {reason}</source>
   <translation>无法移除该菜单项：{reason}</translation>
  </message>
  <message>
   <source>The entry cannot be written: {reason}</source>
   <translation>无法写入该菜单项：{reason}</translation>
  </message>
  <message>
   <source>The layers it is made of, to look at</source>
   <translation>组成它的各层，仅供查看</translation>
  </message>
  <message>
   <source>The layers that it is made of, with their shapes and costs</source>
   <translation>组成它的各层及其形状和开销</translation>
  </message>
  <message>
   <source>The most that must be held at one moment while one image runs through, in float32, without weights.</source>
   <translation>一张图像通过时同一时刻必须保存的最大数据量，按 float32 计，不含权重。</translation>
  </message>
  <message>
   <source>The neighbours of '{node}' are not like it: a row is a chain of one block with equal settings</source>
   <translation>“{node}”的相邻节点与它不同：一行由设置相同的同一模块串联而成</translation>
  </message>
  <message>
   <source>The network flows</source>
   <translation>网络方向</translation>
  </message>
  <message>
   <source>The row '{name}' of this design</source>
   <translation>本设计的行“{name}”</translation>
  </message>
  <message>
   <source>The rows with the largest shares</source>
   <translation>占比最大的行</translation>
  </message>
  <message>
   <source>The sentence has the numbers. Type 24 into filters of the unit.</source>
   <translation>句子中给出了具体数值。请在该单元的 filters 中输入 24。</translation>
  </message>
  <message>
   <source>The settings in {path} are broken and were not used.</source>
   <translation>{path} 中的设置已损坏，未使用。</translation>
  </message>
  <message>
   <source>The settings in {path} cannot be read: {reason}.</source>
   <translation>无法读取 {path} 中的设置：{reason}。</translation>
  </message>
  <message>
   <source>The settings let the wheel scroll instead; then Ctrl+wheel zooms.</source>
   <translation>可在设置中改为滚轮滚动；此时 Ctrl+滚轮缩放。</translation>
  </message>
  <message>
   <source>The settings were broken; they are now in {path}.</source>
   <translation>设置已损坏，现保存在 {path}。</translation>
  </message>
  <message>
   <source>The weights in float32: four bytes a parameter.</source>
   <translation>float32 权重：每个参数四个字节。</translation>
  </message>
  <message>
   <source>The wheel</source>
   <translation>滚轮</translation>
  </message>
  <message>
   <source>The whole design as PNG and SVG, for documents and slides</source>
   <translation>将整个设计复制为 PNG 和 SVG，用于文档和幻灯片</translation>
  </message>
  <message>
   <source>The whole design: {number}.</source>
   <translation>整个设计：{number}。</translation>
  </message>
  <message>
   <source>The whole network in a corner</source>
   <translation>在角落显示整个网络</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>主题</translation>
  </message>
  <message>
   <source>Theme, language, units, saving, the canvas</source>
   <translation>主题、语言、单位、保存与画布</translation>
  </message>
  <message>
   <source>There are no problems.</source>
   <translation>没有问题。</translation>
  </message>
  <message>
   <source>There is nothing to export yet: add some blocks.</source>
   <translation>暂无可导出的内容：请先添加模块。</translation>
  </message>
  <message>
   <source>There is nothing to print yet.</source>
   <translation>暂无可打印的内容。</translation>
  </message>
  <message>
   <source>There is nothing to redo</source>
   <translation>没有可重做的操作</translation>
  </message>
  <message>
   <source>There is nothing to undo</source>
   <translation>没有可撤销的操作</translation>
  </message>
  <message>
   <source>This design was written by a newer version (format {version}) and can only be read.</source>
   <translation>此设计由更新的版本写成（格式 {version}），只能查看。</translation>
  </message>
  <message>
   <source>This shows what the block is made of. Make it editable to change it.</source>
   <translation>这里显示模块的内部结构。转为可编辑后才能修改。</translation>
  </message>
  <message>
   <source>Those that training changes: all but the statistics of batch normalisation.</source>
   <translation>训练会改变的参数：除批归一化统计量之外的全部。</translation>
  </message>
  <message>
   <source>Through {names} too</source>
   <translation>还经过 {names}</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>Title of a frame</source>
   <translation>分组框的标题</translation>
  </message>
  <message>
   <source>To the canvas</source>
   <translation>转到画布</translation>
  </message>
  <message>
   <source>To the right</source>
   <translation>向右</translation>
  </message>
  <message>
   <source>Tools</source>
   <translation>工具</translation>
  </message>
  <message>
   <source>Top-1</source>
   <translation>Top-1</translation>
  </message>
  <message>
   <source>Top-1 as published, %</source>
   <translation>论文公布的 top-1，%</translation>
  </message>
  <message>
   <source>Trainable</source>
   <translation>可训练</translation>
  </message>
  <message>
   <source>Turn a block of the library into one of your own, which you can change inside</source>
   <translation>将库中的模块变为自己的模块，可修改其内部</translation>
  </message>
  <message>
   <source>Turn it into a block of this design that can be changed</source>
   <translation>将它变为本设计中可修改的模块</translation>
  </message>
  <message>
   <source>Turn this node into a block of your own, which you can change inside</source>
   <translation>将此节点变为自己的模块，可修改其内部</translation>
  </message>
  <message>
   <source>Two fingers on a trackpad</source>
   <translation>触控板双指滑动</translation>
  </message>
  <message>
   <source>Two minutes: build a small network, break it and repair it</source>
   <translation>两分钟：搭建一个小网络，弄坏它再修好它</translation>
  </message>
  <message>
   <source>Type 24 into filters. Shapes and totals follow every key, in the design and at the bottom of the window.</source>
   <translation>在 filters 中输入 24。每次按键，设计中的形状和窗口底部的合计都会随之更新。</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Undo it, and go back to the canvas</source>
   <translation>撤销输入并返回画布</translation>
  </message>
  <message>
   <source>Undo {step}</source>
   <translation>撤销“{step}”</translation>
  </message>
  <message>
   <source>Undone</source>
   <translation>已撤销</translation>
  </message>
  <message>
   <source>Ungroup</source>
   <translation>取消组合</translation>
  </message>
  <message>
   <source>Unroll</source>
   <translation>展开为多个节点</translation>
  </message>
  <message>
   <source>Unroll the row</source>
   <translation>展开该行</translation>
  </message>
  <message>
   <source>Unsaved changes</source>
   <translation>未保存的更改</translation>
  </message>
  <message>
   <source>Unsaved changes cannot be kept for the case of a crash: {reason}.</source>
   <translation>无法为崩溃恢复保留未保存的更改：{reason}。</translation>
  </message>
  <message>
   <source>Unsaved designs are not looked for: the window died of it the last time.</source>
   <translation>未查找未保存的设计：上次查找时窗口异常终止。</translation>
  </message>
  <message>
   <source>Up to here</source>
   <translation>到此为止</translation>
  </message>
  <message>
   <source>Up, Down</source>
   <translation>↑、↓</translation>
  </message>
  <message>
   <source>Up, Down, wheel in a number</source>
   <translation>在数值上按上、下键或滚轮</translation>
  </message>
  <message>
   <source>Use a variable</source>
   <translation>使用变量</translation>
  </message>
  <message>
   <source>Use it in any field: =round_channels(32 * alpha). Enter adds it.</source>
   <translation>可用于任何字段：=round_channels(32 * alpha)。按 Enter 添加。</translation>
  </message>
  <message>
   <source>Use this design's</source>
   <translation>使用本设计的</translation>
  </message>
  <message>
   <source>Used once</source>
   <translation>引用一次</translation>
  </message>
  <message>
   <source>VARIABLES</source>
   <translation>变量</translation>
  </message>
  <message>
   <source>Values</source>
   <translation>取值</translation>
  </message>
  <message>
   <source>Variables</source>
   <translation>变量</translation>
  </message>
  <message>
   <source>Variant</source>
   <translation>变体</translation>
  </message>
  <message>
   <source>View</source>
   <translation>视图</translation>
  </message>
  <message>
   <source>WINDOW</source>
   <translation>窗口</translation>
  </message>
  <message>
   <source>Walk along the wires and between neighbours; with nothing selected, arrows do</source>
   <translation>沿连线及在相邻节点间移动；未选中内容时直接用方向键</translation>
  </message>
  <message>
   <source>What a block is made of; a double-click does the same</source>
   <translation>模块的内部结构；双击效果相同</translation>
  </message>
  <message>
   <source>What a selected block does; else how to begin</source>
   <translation>说明所选模块的作用；未选中时说明如何开始</translation>
  </message>
  <message>
   <source>What is held while a row runs, the fullest first</source>
   <translation>各行运行时占用的内存，由多到少</translation>
  </message>
  <message>
   <source>What is pasted can use this design's, or bring its own under another name.</source>
   <translation>粘贴的内容可以使用本设计的模块，也可以改名后带入自己的模块。</translation>
  </message>
  <message>
   <source>What is switched on can be set wherever the block is used. Two under one name are set together.</source>
   <translation>打开的参数可在每处引用中设置。同名的参数一起设置。</translation>
  </message>
  <message>
   <source>What it does to channels</source>
   <translation>对通道的作用</translation>
  </message>
  <message>
   <source>What it is</source>
   <translation>这是什么</translation>
  </message>
  <message>
   <source>What it puts out for one image, in float32.</source>
   <translation>一张图像对应的输出大小，按 float32 计。</translation>
  </message>
  <message>
   <source>What it says, and what works</source>
   <translation>提示的含义与可行的做法</translation>
  </message>
  <message>
   <source>What its layers put out for one image, in float32.</source>
   <translation>一张图像对应的各层输出大小，按 float32 计。</translation>
  </message>
  <message>
   <source>What muting changes; click to select what is muted.</source>
   <translation>旁路带来的变化；单击选中已旁路的节点。</translation>
  </message>
  <message>
   <source>What the network is and costs up to this node; Ctrl+Shift+click does the same</source>
   <translation>到该节点为止网络的形状和开销；Ctrl+Shift+单击效果相同</translation>
  </message>
  <message>
   <source>What to do, which block to add, where to go</source>
   <translation>要执行的命令、要添加的模块、要去的节点</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>滚轮</translation>
  </message>
  <message>
   <source>Wheel scrolls</source>
   <translation>滚轮滚动</translation>
  </message>
  <message>
   <source>Where the system reports no pinches, Ctrl and two fingers zoom.</source>
   <translation>系统不传递捏合手势时，可用 Ctrl+双指滑动缩放。</translation>
  </message>
  <message>
   <source>Where the window manager takes Alt, hold Ctrl as well, or use Block &gt; Pull out.</source>
   <translation>如果窗口管理器占用了 Alt，请同时按住 Ctrl，或使用“模块 &gt; 抽出”。</translation>
  </message>
  <message>
   <source>Where the window manager takes Alt, hold Ctrl as well.</source>
   <translation>如果窗口管理器占用了 Alt，请同时按住 Ctrl。</translation>
  </message>
  <message>
   <source>Wire the selected nodes one after another</source>
   <translation>依次连接所选节点</translation>
  </message>
  <message>
   <source>Wires</source>
   <translation>连线</translation>
  </message>
  <message>
   <source>Wires with corners</source>
   <translation>带拐角的连线</translation>
  </message>
  <message>
   <source>Wiring</source>
   <translation>连线</translation>
  </message>
  <message>
   <source>With corners</source>
   <translation>带拐角</translation>
  </message>
  <message>
   <source>With one button: select wires and press Delete.</source>
   <translation>只有一个鼠标键时：选中连线后按 Delete。</translation>
  </message>
  <message>
   <source>Without saving they are lost.</source>
   <translation>不保存将会丢失。</translation>
  </message>
  <message>
   <source>Write a note</source>
   <translation>写便签</translation>
  </message>
  <message>
   <source>Write the name, title or text where it stands</source>
   <translation>就地编辑名称、标题或文字</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>年份</translation>
  </message>
  <message>
   <source>You have another block “{block}”.</source>
   <translation>您已有另一个模块“{block}”。</translation>
  </message>
  <message>
   <source>Zoom at the cursor; with Shift, go sideways</source>
   <translation>以光标为中心缩放；按住 Shift 左右移动</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>放大</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>缩小</translation>
  </message>
  <message>
   <source>Zooms</source>
   <translation>缩放</translation>
  </message>
  <message>
   <source>a frame</source>
   <translation>一个分组框</translation>
  </message>
  <message>
   <source>a note</source>
   <translation>一张便签</translation>
  </message>
  <message>
   <source>a number</source>
   <translation>数值</translation>
  </message>
  <message>
   <source>a whole number</source>
   <translation>整数</translation>
  </message>
  <message>
   <source>accept</source>
   <translation>确认</translation>
  </message>
  <message>
   <source>add</source>
   <translation>相加</translation>
  </message>
  <message>
   <source>add a block</source>
   <translation>添加模块</translation>
  </message>
  <message>
   <source>add a block after it</source>
   <translation>在其后添加模块</translation>
  </message>
  <message>
   <source>add a difference of the first copy</source>
   <translation>为首个副本添加差异</translation>
  </message>
  <message>
   <source>add a slider</source>
   <translation>添加滑块</translation>
  </message>
  <message>
   <source>add a slider to {name}</source>
   <translation>为 {name} 添加滑块</translation>
  </message>
  <message>
   <source>add variable</source>
   <translation>添加变量</translation>
  </message>
  <message>
   <source>all templates</source>
   <translation>全部模板</translation>
  </message>
  <message>
   <source>and {count} more.</source>
   <translation>另有 {count} 项。</translation>
  </message>
  <message>
   <source>any text</source>
   <translation>任意文本</translation>
  </message>
  <message>
   <source>as published</source>
   <translation>论文公布值</translation>
  </message>
  <message>
   <source>at least </source>
   <translation>至少 </translation>
  </message>
  <message>
   <source>average of the image</source>
   <translation>图像的平均值</translation>
  </message>
  <message>
   <source>average pool</source>
   <translation>平均池化</translation>
  </message>
  <message>
   <source>average pool by {factor}</source>
   <translation>{factor} 倍平均池化</translation>
  </message>
  <message>
   <source>back to the canvas</source>
   <translation>返回画布</translation>
  </message>
  <message>
   <source>back to {place}</source>
   <translation>返回 {place}</translation>
  </message>
  <message>
   <source>batch norm</source>
   <translation>批归一化</translation>
  </message>
  <message>
   <source>block name</source>
   <translation>模块名称</translation>
  </message>
  <message>
   <source>block title</source>
   <translation>模块标题</translation>
  </message>
  <message>
   <source>block: {title}</source>
   <translation>模块：{title}</translation>
  </message>
  <message>
   <source>blocks</source>
   <translation>模块</translation>
  </message>
  <message>
   <source>blocks found</source>
   <translation>找到的模块</translation>
  </message>
  <message>
   <source>blocks of one name</source>
   <translation>同名模块</translation>
  </message>
  <message>
   <source>browse for the export target</source>
   <translation>浏览导出位置</translation>
  </message>
  <message>
   <source>cancel export</source>
   <translation>取消导出</translation>
  </message>
  <message>
   <source>cancel {task}</source>
   <translation>取消 {task}</translation>
  </message>
  <message>
   <source>cancelled</source>
   <translation>已取消</translation>
  </message>
  <message>
   <source>category: {title}, {folded}</source>
   <translation>类别：{title}，{folded}</translation>
  </message>
  <message>
   <source>change: {name}</source>
   <translation>变化：{name}</translation>
  </message>
  <message>
   <source>changed by another program</source>
   <translation>已被其他程序更改</translation>
  </message>
  <message>
   <source>channel scale</source>
   <translation>通道缩放</translation>
  </message>
  <message>
   <source>chart</source>
   <translation>图表</translation>
  </message>
  <message>
   <source>chart of MACs and top-1</source>
   <translation>MACs 与 top-1 图表</translation>
  </message>
  <message>
   <source>chart tools</source>
   <translation>图表工具</translation>
  </message>
  <message>
   <source>chart: {tip}</source>
   <translation>图表：{tip}</translation>
  </message>
  <message>
   <source>check: {text}</source>
   <translation>检查：{text}</translation>
  </message>
  <message>
   <source>choose</source>
   <translation>选择</translation>
  </message>
  <message>
   <source>close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>close export</source>
   <translation>关闭导出</translation>
  </message>
  <message>
   <source>close message</source>
   <translation>关闭消息</translation>
  </message>
  <message>
   <source>close {panel}</source>
   <translation>关闭{panel}</translation>
  </message>
  <message>
   <source>code</source>
   <translation>代码</translation>
  </message>
  <message>
   <source>colours</source>
   <translation>颜色</translation>
  </message>
  <message>
   <source>commands found</source>
   <translation>找到的命令</translation>
  </message>
  <message>
   <source>concatenate</source>
   <translation>拼接</translation>
  </message>
  <message>
   <source>connect</source>
   <translation>连接</translation>
  </message>
  <message>
   <source>connect as it is</source>
   <translation>按原样连接</translation>
  </message>
  <message>
   <source>contents of the help</source>
   <translation>帮助目录</translation>
  </message>
  <message>
   <source>conversions</source>
   <translation>转换</translation>
  </message>
  <message>
   <source>convolution</source>
   <translation>卷积</translation>
  </message>
  <message>
   <source>copy details</source>
   <translation>复制详情</translation>
  </message>
  <message>
   <source>copy the code</source>
   <translation>复制代码</translation>
  </message>
  <message>
   <source>copy the proof</source>
   <translation>复制验证结果</translation>
  </message>
  <message>
   <source>copy the table</source>
   <translation>复制表格</translation>
  </message>
  <message>
   <source>copy {number} of {count}</source>
   <translation>第 {number} 个副本，共 {count} 个</translation>
  </message>
  <message>
   <source>counted</source>
   <translation>本程序统计</translation>
  </message>
  <message>
   <source>counted: {name}</source>
   <translation>本程序统计：{name}</translation>
  </message>
  <message>
   <source>crop</source>
   <translation>裁剪</translation>
  </message>
  <message>
   <source>cut</source>
   <translation>断开</translation>
  </message>
  <message>
   <source>default</source>
   <translation>默认</translation>
  </message>
  <message>
   <source>delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>dense</source>
   <translation>全连接</translation>
  </message>
  <message>
   <source>depthwise</source>
   <translation>深度卷积</translation>
  </message>
  <message>
   <source>depthwise and 1×1</source>
   <translation>深度卷积与 1×1</translation>
  </message>
  <message>
   <source>design</source>
   <translation>设计</translation>
  </message>
  <message>
   <source>design name</source>
   <translation>设计名称</translation>
  </message>
  <message>
   <source>difference</source>
   <translation>差异</translation>
  </message>
  <message>
   <source>done</source>
   <translation>已完成</translation>
  </message>
  <message>
   <source>dropout</source>
   <translation>dropout</translation>
  </message>
  <message>
   <source>edit its parameters</source>
   <translation>编辑参数</translation>
  </message>
  <message>
   <source>enlarge by {factor}</source>
   <translation>放大 {factor} 倍</translation>
  </message>
  <message>
   <source>error</source>
   <translation>错误</translation>
  </message>
  <message>
   <source>error: {text}</source>
   <translation>错误：{text}</translation>
  </message>
  <message>
   <source>export</source>
   <translation>导出</translation>
  </message>
  <message>
   <source>export in the background</source>
   <translation>后台导出</translation>
  </message>
  <message>
   <source>export outcome</source>
   <translation>导出结果</translation>
  </message>
  <message>
   <source>export progress</source>
   <translation>导出进度</translation>
  </message>
  <message>
   <source>export stage</source>
   <translation>导出阶段</translation>
  </message>
  <message>
   <source>export target</source>
   <translation>导出位置</translation>
  </message>
  <message>
   <source>expose {node} {parameter}</source>
   <translation>公开 {node} {parameter}</translation>
  </message>
  <message>
   <source>favourite</source>
   <translation>已收藏</translation>
  </message>
  <message>
   <source>feeds {names}</source>
   <translation>流向 {names}</translation>
  </message>
  <message>
   <source>file name</source>
   <translation>文件名</translation>
  </message>
  <message>
   <source>find layers</source>
   <translation>查找层</translation>
  </message>
  <message>
   <source>find nodes</source>
   <translation>查找节点</translation>
  </message>
  <message>
   <source>first copy </source>
   <translation>首个副本的 </translation>
  </message>
  <message>
   <source>first {name}</source>
   <translation>首个 {name}</translation>
  </message>
  <message>
   <source>flatten</source>
   <translation>展平</translation>
  </message>
  <message>
   <source>fold {panel}</source>
   <translation>折叠{panel}</translation>
  </message>
  <message>
   <source>folded</source>
   <translation>已折叠</translation>
  </message>
  <message>
   <source>format: {title}</source>
   <translation>格式：{title}</translation>
  </message>
  <message>
   <source>found</source>
   <translation>找到</translation>
  </message>
  <message>
   <source>from {names}</source>
   <translation>来自 {names}</translation>
  </message>
  <message>
   <source>from {source} to {target} ({block})</source>
   <translation>从 {source} 到 {target}（{block}）</translation>
  </message>
  <message>
   <source>gallery</source>
   <translation>模板库</translation>
  </message>
  <message>
   <source>global average pool</source>
   <translation>全局平均池化</translation>
  </message>
  <message>
   <source>group into a block</source>
   <translation>组合为模块</translation>
  </message>
  <message>
   <source>group them</source>
   <translation>组合为模块</translation>
  </message>
  <message>
   <source>grouped convolutions</source>
   <translation>分组卷积</translation>
  </message>
  <message>
   <source>guided tour</source>
   <translation>新手导览</translation>
  </message>
  <message>
   <source>help</source>
   <translation>帮助</translation>
  </message>
  <message>
   <source>history</source>
   <translation>历史记录</translation>
  </message>
  <message>
   <source>how far one step of the slider goes</source>
   <translation>滑块每一步的大小</translation>
  </message>
  <message>
   <source>how many copies of the block follow each other</source>
   <translation>模块连续重复的次数</translation>
  </message>
  <message>
   <source>in this order: {names}</source>
   <translation>依次来自 {names}</translation>
  </message>
  <message>
   <source>input</source>
   <translation>输入</translation>
  </message>
  <message>
   <source>input {n}</source>
   <translation>输入 {n}</translation>
  </message>
  <message>
   <source>insert a block into the wire</source>
   <translation>在连线中插入模块</translation>
  </message>
  <message>
   <source>inspector</source>
   <translation>检查器</translation>
  </message>
  <message>
   <source>into the list</source>
   <translation>进入列表</translation>
  </message>
  <message>
   <source>its input passes through unchanged, and the totals leave it out</source>
   <translation>其输入原样通过，总计不包括它</translation>
  </message>
  <message>
   <source>kB and MB, by thousands</source>
   <translation>kB 和 MB，按千进位</translation>
  </message>
  <message>
   <source>keyboard and mouse</source>
   <translation>键盘与鼠标</translation>
  </message>
  <message>
   <source>keys</source>
   <translation>按键</translation>
  </message>
  <message>
   <source>kind of chart</source>
   <translation>图表类型</translation>
  </message>
  <message>
   <source>kind of message</source>
   <translation>消息类型</translation>
  </message>
  <message>
   <source>largest of the image</source>
   <translation>图像的最大值</translation>
  </message>
  <message>
   <source>layer norm</source>
   <translation>层归一化</translation>
  </message>
  <message>
   <source>layers</source>
   <translation>层</translation>
  </message>
  <message>
   <source>layers found</source>
   <translation>找到的层</translation>
  </message>
  <message>
   <source>leave it as it was</source>
   <translation>保持原样</translation>
  </message>
  <message>
   <source>leave the block</source>
   <translation>退出模块</translation>
  </message>
  <message>
   <source>limits of {name}</source>
   <translation>{name} 的取值范围</translation>
  </message>
  <message>
   <source>lines that differ</source>
   <translation>不同的行</translation>
  </message>
  <message>
   <source>look inside</source>
   <translation>查看内部</translation>
  </message>
  <message>
   <source>make editable</source>
   <translation>转为可编辑</translation>
  </message>
  <message>
   <source>max pool</source>
   <translation>最大池化</translation>
  </message>
  <message>
   <source>max pool by {factor}</source>
   <translation>{factor} 倍最大池化</translation>
  </message>
  <message>
   <source>message</source>
   <translation>消息</translation>
  </message>
  <message>
   <source>move the input down</source>
   <translation>下移输入</translation>
  </message>
  <message>
   <source>move the input up</source>
   <translation>上移输入</translation>
  </message>
  <message>
   <source>multiply</source>
   <translation>相乘</translation>
  </message>
  <message>
   <source>muted</source>
   <translation>已旁路</translation>
  </message>
  <message>
   <source>name of {name}</source>
   <translation>{name} 的名称</translation>
  </message>
  <message>
   <source>name of {node}</source>
   <translation>{node} 的名称</translation>
  </message>
  <message>
   <source>name of {node} {parameter}</source>
   <translation>{node} {parameter} 的名称</translation>
  </message>
  <message>
   <source>names</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>new variable</source>
   <translation>新变量</translation>
  </message>
  <message>
   <source>next</source>
   <translation>下一个</translation>
  </message>
  <message>
   <source>next field</source>
   <translation>下一个字段</translation>
  </message>
  <message>
   <source>next part of the window</source>
   <translation>窗口的下一部分</translation>
  </message>
  <message>
   <source>no favourite</source>
   <translation>未收藏</translation>
  </message>
  <message>
   <source>no template found</source>
   <translation>未找到模板</translation>
  </message>
  <message>
   <source>node figure: {name}</source>
   <translation>节点统计：{name}</translation>
  </message>
  <message>
   <source>node name</source>
   <translation>节点名称</translation>
  </message>
  <message>
   <source>none</source>
   <translation>无</translation>
  </message>
  <message>
   <source>normalise</source>
   <translation>归一化</translation>
  </message>
  <message>
   <source>not counted</source>
   <translation>未计入</translation>
  </message>
  <message>
   <source>not in this library</source>
   <translation>不在此模块库中</translation>
  </message>
  <message>
   <source>not used yet</source>
   <translation>尚未使用</translation>
  </message>
  <message>
   <source>not wired</source>
   <translation>未连线</translation>
  </message>
  <message>
   <source>note</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>nothing found</source>
   <translation>未找到</translation>
  </message>
  <message>
   <source>now</source>
   <translation>当前</translation>
  </message>
  <message>
   <source>numbers, as text</source>
   <translation>数值的文本形式</translation>
  </message>
  <message>
   <source>of {number}</source>
   <translation>共 {number}</translation>
  </message>
  <message>
   <source>off</source>
   <translation>关</translation>
  </message>
  <message>
   <source>on</source>
   <translation>开</translation>
  </message>
  <message>
   <source>on or off</source>
   <translation>开或关</translation>
  </message>
  <message>
   <source>one of {choices}</source>
   <translation>以下之一：{choices}</translation>
  </message>
  <message>
   <source>open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>open folder</source>
   <translation>打开文件夹</translation>
  </message>
  <message>
   <source>open template</source>
   <translation>打开模板</translation>
  </message>
  <message>
   <source>open the gallery</source>
   <translation>打开模板库</translation>
  </message>
  <message>
   <source>option </source>
   <translation>选项 </translation>
  </message>
  <message>
   <source>option: {name}</source>
   <translation>选项：{name}</translation>
  </message>
  <message>
   <source>order of the input {port}</source>
   <translation>输入 {port} 的顺序</translation>
  </message>
  <message>
   <source>order of the inputs</source>
   <translation>输入顺序</translation>
  </message>
  <message>
   <source>origins</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>output</source>
   <translation>输出</translation>
  </message>
  <message>
   <source>page of the help</source>
   <translation>帮助页面</translation>
  </message>
  <message>
   <source>palette search</source>
   <translation>模块搜索</translation>
  </message>
  <message>
   <source>panels</source>
   <translation>面板</translation>
  </message>
  <message>
   <source>params</source>
   <translation>参数量</translation>
  </message>
  <message>
   <source>peak {size}, {name}</source>
   <translation>峰值 {size}，{name}</translation>
  </message>
  <message>
   <source>pin the totals</source>
   <translation>固定合计</translation>
  </message>
  <message>
   <source>press</source>
   <translation>按下</translation>
  </message>
  <message>
   <source>previous</source>
   <translation>上一个</translation>
  </message>
  <message>
   <source>print the design</source>
   <translation>打印设计</translation>
  </message>
  <message>
   <source>problem of the design</source>
   <translation>设计的问题</translation>
  </message>
  <message>
   <source>problem with the new variable</source>
   <translation>新变量的问题</translation>
  </message>
  <message>
   <source>problem with {name}</source>
   <translation>{name} 的问题</translation>
  </message>
  <message>
   <source>problems</source>
   <translation>问题</translation>
  </message>
  <message>
   <source>problems of what is selected</source>
   <translation>所选内容的问题</translation>
  </message>
  <message>
   <source>progress of {task}</source>
   <translation>{task} 的进度</translation>
  </message>
  <message>
   <source>published</source>
   <translation>论文公布</translation>
  </message>
  <message>
   <source>published variants</source>
   <translation>已发表的变体</translation>
  </message>
  <message>
   <source>published: {name}</source>
   <translation>论文公布：{name}</translation>
  </message>
  <message>
   <source>recent designs</source>
   <translation>最近的设计</translation>
  </message>
  <message>
   <source>rename</source>
   <translation>重命名</translation>
  </message>
  <message>
   <source>rename the block</source>
   <translation>重命名模块</translation>
  </message>
  <message>
   <source>repair: {title}</source>
   <translation>修复：{title}</translation>
  </message>
  <message>
   <source>replace my block</source>
   <translation>替换我的模块</translation>
  </message>
  <message>
   <source>rescale</source>
   <translation>缩放</translation>
  </message>
  <message>
   <source>reset {called}</source>
   <translation>重置 {called}</translation>
  </message>
  <message>
   <source>reset, variables</source>
   <translation>恢复默认、变量</translation>
  </message>
  <message>
   <source>running tasks</source>
   <translation>正在进行的任务</translation>
  </message>
  <message>
   <source>same params and MACs</source>
   <translation>参数量与 MACs 不变</translation>
  </message>
  <message>
   <source>saved</source>
   <translation>已保存</translation>
  </message>
  <message>
   <source>search blocks</source>
   <translation>搜索模块</translation>
  </message>
  <message>
   <source>search commands</source>
   <translation>搜索命令</translation>
  </message>
  <message>
   <source>search shortcuts</source>
   <translation>搜索快捷键</translation>
  </message>
  <message>
   <source>search templates</source>
   <translation>搜索模板</translation>
  </message>
  <message>
   <source>search the help</source>
   <translation>搜索帮助</translation>
  </message>
  <message>
   <source>select a node</source>
   <translation>选择节点</translation>
  </message>
  <message>
   <source>settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>several</source>
   <translation>多个值</translation>
  </message>
  <message>
   <source>shortcuts</source>
   <translation>快捷键</translation>
  </message>
  <message>
   <source>show {view}</source>
   <translation>显示{view}</translation>
  </message>
  <message>
   <source>shuffle of one group</source>
   <translation>单组混洗</translation>
  </message>
  <message>
   <source>shuffle of {n} groups</source>
   <translation>{n} 组混洗</translation>
  </message>
  <message>
   <source>since it was begun</source>
   <translation>自新建以来</translation>
  </message>
  <message>
   <source>since it was saved</source>
   <translation>自上次保存以来</translation>
  </message>
  <message>
   <source>since {name} was pinned</source>
   <translation>自固定 {name} 以来</translation>
  </message>
  <message>
   <source>slider {name}</source>
   <translation>滑块 {name}</translation>
  </message>
  <message>
   <source>sort templates</source>
   <translation>模板排序</translation>
  </message>
  <message>
   <source>start export</source>
   <translation>开始导出</translation>
  </message>
  <message>
   <source>start page</source>
   <translation>起始页</translation>
  </message>
  <message>
   <source>state of {task}</source>
   <translation>{task} 的状态</translation>
  </message>
  <message>
   <source>store the proof beside the export</source>
   <translation>在导出结果旁保存验证结果</translation>
  </message>
  <message>
   <source>strides {n}</source>
   <translation>步幅 {n}</translation>
  </message>
  <message>
   <source>such as alpha</source>
   <translation>例如 alpha</translation>
  </message>
  <message>
   <source>switch</source>
   <translation>切换</translation>
  </message>
  <message>
   <source>take the first</source>
   <translation>采用第一项</translation>
  </message>
  <message>
   <source>tasks</source>
   <translation>任务</translation>
  </message>
  <message>
   <source>template description</source>
   <translation>模板说明</translation>
  </message>
  <message>
   <source>template search</source>
   <translation>模板搜索</translation>
  </message>
  <message>
   <source>template source</source>
   <translation>模板出处</translation>
  </message>
  <message>
   <source>template title</source>
   <translation>模板标题</translation>
  </message>
  <message>
   <source>template: {title}</source>
   <translation>模板：{title}</translation>
  </message>
  <message>
   <source>templates</source>
   <translation>模板</translation>
  </message>
  <message>
   <source>templates found</source>
   <translation>找到的模板</translation>
  </message>
  <message>
   <source>text</source>
   <translation>文本</translation>
  </message>
  <message>
   <source>text of the note</source>
   <translation>便签内容</translation>
  </message>
  <message>
   <source>the channels of the block, layer by layer</source>
   <translation>模块各层的通道</translation>
  </message>
  <message>
   <source>the least that it can be</source>
   <translation>允许的最小值</translation>
  </message>
  <message>
   <source>the most that it can be; with both limits it has a slider</source>
   <translation>允许的最大值；设定上下限后会显示滑块</translation>
  </message>
  <message>
   <source>the whole image</source>
   <translation>整张图像</translation>
  </message>
  <message>
   <source>then {params} params, {macs} MACs in total</source>
   <translation>修复后合计参数 {params}，MACs {macs}</translation>
  </message>
  <message>
   <source>then {params} params, {macs} MACs of the nodes that can be counted</source>
   <translation>修复后可计入的节点合计参数 {params}，MACs {macs}</translation>
  </message>
  <message>
   <source>title of the frame</source>
   <translation>分组框标题</translation>
  </message>
  <message>
   <source>to the panels</source>
   <translation>转到面板</translation>
  </message>
  <message>
   <source>top-1</source>
   <translation>top-1</translation>
  </message>
  <message>
   <source>total of the design: {name}</source>
   <translation>设计合计：{name}</translation>
  </message>
  <message>
   <source>total: {name}</source>
   <translation>合计：{name}</translation>
  </message>
  <message>
   <source>totals</source>
   <translation>合计</translation>
  </message>
  <message>
   <source>undo and back</source>
   <translation>撤销并返回</translation>
  </message>
  <message>
   <source>undone</source>
   <translation>已撤销</translation>
  </message>
  <message>
   <source>unfolded</source>
   <translation>已展开</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>未知</translation>
  </message>
  <message>
   <source>unknown shape</source>
   <translation>形状未知</translation>
  </message>
  <message>
   <source>unsaved changes</source>
   <translation>未保存的更改</translation>
  </message>
  <message>
   <source>used by 1 parameter</source>
   <translation>1 个参数使用</translation>
  </message>
  <message>
   <source>used by {count} parameters</source>
   <translation>{count} 个参数使用</translation>
  </message>
  <message>
   <source>uses of {name}</source>
   <translation>{name} 的使用处</translation>
  </message>
  <message>
   <source>variable </source>
   <translation>变量 </translation>
  </message>
  <message>
   <source>variable {name}</source>
   <translation>变量 {name}</translation>
  </message>
  <message>
   <source>variables</source>
   <translation>变量</translation>
  </message>
  <message>
   <source>variant: {name}</source>
   <translation>变体：{name}</translation>
  </message>
  <message>
   <source>vectors</source>
   <translation>向量</translation>
  </message>
  <message>
   <source>walk</source>
   <translation>移到相邻节点</translation>
  </message>
  <message>
   <source>warning</source>
   <translation>警告</translation>
  </message>
  <message>
   <source>what is wrong</source>
   <translation>问题说明</translation>
  </message>
  <message>
   <source>what it is for; the generated code says it too</source>
   <translation>用途说明；也会写入生成的代码</translation>
  </message>
  <message>
   <source>what the chart measures</source>
   <translation>图表的度量</translation>
  </message>
  <message>
   <source>what the layers' names begin with, and the variable in the generated code</source>
   <translation>各层名称的前缀，也是生成代码中的变量名</translation>
  </message>
  <message>
   <source>what to do</source>
   <translation>要做什么</translation>
  </message>
  <message>
   <source>where you are</source>
   <translation>当前位置</translation>
  </message>
  <message>
   <source>where {name} comes from</source>
   <translation>{name} 的来源</translation>
  </message>
  <message>
   <source>why there is no code</source>
   <translation>没有代码的原因</translation>
  </message>
  <message>
   <source>you are in {place}</source>
   <translation>当前位于 {place}</translation>
  </message>
  <message>
   <source>zero padding</source>
   <translation>补零</translation>
  </message>
  <message>
   <source>zoom</source>
   <translation>缩放</translation>
  </message>
  <message>
   <source>{between}, input {port}</source>
   <translation>{between}，输入 {port}</translation>
  </message>
  <message>
   <source>{change} MACs</source>
   <translation>{change} MACs</translation>
  </message>
  <message>
   <source>{change} params</source>
   <translation>{change} 参数</translation>
  </message>
  <message>
   <source>{chart}, {count} marks; most at {name}: {most}</source>
   <translation>{chart}，共 {count} 个数据点；最大值在 {name}：{most}</translation>
  </message>
  <message>
   <source>{chart}: nothing to show</source>
   <translation>{chart}：暂无内容</translation>
  </message>
  <message>
   <source>{cost} up to here</source>
   <translation>到此为止 {cost}</translation>
  </message>
  <message>
   <source>{count} blocks</source>
   <translation>{count} 个模块</translation>
  </message>
  <message>
   <source>{count} copies</source>
   <translation>{count} 个副本</translation>
  </message>
  <message>
   <source>{count} errors</source>
   <translation>{count} 个错误</translation>
  </message>
  <message>
   <source>{count} found</source>
   <translation>找到 {count} 个</translation>
  </message>
  <message>
   <source>{count} layers</source>
   <translation>{count} 层</translation>
  </message>
  <message>
   <source>{count} minutes left</source>
   <translation>剩余 {count} 分钟</translation>
  </message>
  <message>
   <source>{count} muted</source>
   <translation>{count} 个已旁路</translation>
  </message>
  <message>
   <source>{count} networks</source>
   <translation>{count} 个网络</translation>
  </message>
  <message>
   <source>{count} nodes</source>
   <translation>{count} 个节点</translation>
  </message>
  <message>
   <source>{count} nodes not counted</source>
   <translation>{count} 个节点未计入</translation>
  </message>
  <message>
   <source>{count} nodes selected</source>
   <translation>已选中 {count} 个节点</translation>
  </message>
  <message>
   <source>{count} seconds left</source>
   <translation>剩余 {count} 秒</translation>
  </message>
  <message>
   <source>{count} things</source>
   <translation>{count} 项</translation>
  </message>
  <message>
   <source>{count} uses in this design, each with weights of its own.</source>
   <translation>本设计中使用了 {count} 处，每处都有各自的权重。</translation>
  </message>
  <message>
   <source>{count} warnings</source>
   <translation>{count} 个警告</translation>
  </message>
  <message>
   <source>{done}: {what}.</source>
   <translation>{done}：{what}。</translation>
  </message>
  <message>
   <source>{edit} in '{node}'</source>
   <translation>在“{node}”中{edit}</translation>
  </message>
  <message>
   <source>{elements} numbers, {kilobytes} KiB in float32</source>
   <translation>{elements} 个数，float32 下 {kilobytes} KiB</translation>
  </message>
  <message>
   <source>{figures} as published</source>
   <translation>{figures}（论文公布）</translation>
  </message>
  <message>
   <source>{file} cannot be shown: {reason}</source>
   <translation>无法显示 {file}：{reason}</translation>
  </message>
  <message>
   <source>{file} was changed by another program, and is changed here too.</source>
   <translation>{file} 已被其他程序更改，在此处也有更改。</translation>
  </message>
  <message>
   <source>{file} was changed by another program.</source>
   <translation>{file} 已被其他程序更改。</translation>
  </message>
  <message>
   <source>{file} was removed or renamed by another program.</source>
   <translation>{file} 已被其他程序删除或重命名。</translation>
  </message>
  <message>
   <source>{height} {times} {width} px, stride {stride}</source>
   <translation>{height} {times} {width} 像素，步幅 {stride}</translation>
  </message>
  <message>
   <source>{least} to {most}</source>
   <translation>{least} 到 {most}</translation>
  </message>
  <message>
   <source>{lines} lines of code copied.</source>
   <translation>已复制 {lines} 行代码。</translation>
  </message>
  <message>
   <source>{macs} MACs</source>
   <translation>{macs} MACs</translation>
  </message>
  <message>
   <source>{macs} MACs, {top1} %</source>
   <translation>{macs} MACs，{top1} %</translation>
  </message>
  <message>
   <source>{names} and {count} more</source>
   <translation>{names} 等另外 {count} 个</translation>
  </message>
  <message>
   <source>{name}
{cost} {measure}, {share} % of all</source>
   <translation>{name}
{measure} {cost}，占总量 {share} %</translation>
  </message>
  <message>
   <source>{name}
{macs} MACs, {top1} top-1, as published
{source}</source>
   <translation>{name}
论文公布：{macs} MACs，top-1 {top1}
{source}</translation>
  </message>
  <message>
   <source>{name}
{params} parameters, {macs} MACs</source>
   <translation>{name}
参数量 {params}，MACs {macs}</translation>
  </message>
  <message>
   <source>{name}
{size} at once</source>
   <translation>{name}
同时占用 {size}</translation>
  </message>
  <message>
   <source>{name} is a parameter of the block now: each use sets its own.</source>
   <translation>{name} 现在是模块的参数：每处引用可各自设置。</translation>
  </message>
  <message>
   <source>{name} is a variable now; the Variables panel moves it.</source>
   <translation>{name} 现在是变量；可在“变量”面板中调整。</translation>
  </message>
  <message>
   <source>{name} is {wanted}, and {expression} is {found}</source>
   <translation>{name} 应为{wanted}，而 {expression} 等于 {found}</translation>
  </message>
  <message>
   <source>{name} is {wanted}, not '{text}'</source>
   <translation>{name} 应为{wanted}，而不是“{text}”</translation>
  </message>
  <message>
   <source>{name} is {wanted}, not {found}</source>
   <translation>{name} 应为{wanted}，而不是 {found}</translation>
  </message>
  <message>
   <source>{name} needs a number, or an expression that begins with =.</source>
   <translation>{name} 需要一个数值，或以 = 开头的表达式。</translation>
  </message>
  <message>
   <source>{name} was not opened again: the window died within ten seconds of opening it.</source>
   <translation>未再次打开 {name}：上次打开后十秒内窗口异常终止。</translation>
  </message>
  <message>
   <source>{name} was not saved when the window closed last.</source>
   <translation>上次关闭窗口时 {name} 尚未保存。</translation>
  </message>
  <message>
   <source>{number} FLOPs</source>
   <translation>{number} FLOPs</translation>
  </message>
  <message>
   <source>{number} MACs</source>
   <translation>{number} MACs</translation>
  </message>
  <message>
   <source>{number} bytes of activations at once</source>
   <translation>同时占用 {number} 字节的激活</translation>
  </message>
  <message>
   <source>{number} bytes of weights</source>
   <translation>权重 {number} 字节</translation>
  </message>
  <message>
   <source>{number} from {low} to {high}</source>
   <translation>{low} 到 {high} 之间的{number}</translation>
  </message>
  <message>
   <source>{number} parameters</source>
   <translation>{number} 个参数</translation>
  </message>
  <message>
   <source>{number} trainable parameters</source>
   <translation>{number} 个可训练参数</translation>
  </message>
  <message>
   <source>{n} groups</source>
   <translation>{n} 组</translation>
  </message>
  <message>
   <source>{panel} summary</source>
   <translation>{panel}摘要</translation>
  </message>
  <message>
   <source>{parameter} of {node}</source>
   <translation>{node} 的 {parameter}</translation>
  </message>
  <message>
   <source>{params} parameters, {macs} MACs</source>
   <translation>{params} 个参数，{macs} MACs</translation>
  </message>
  <message>
   <source>{params} parameters, {macs} MACs; published: {their_params} parameters, {their_macs} MACs, top-1 {top1}</source>
   <translation>参数量 {params}，MACs {macs}；论文公布：参数量 {their_params}，MACs {their_macs}，top-1 {top1}</translation>
  </message>
  <message>
   <source>{params} params</source>
   <translation>参数 {params}</translation>
  </message>
  <message>
   <source>{params} params as published</source>
   <translation>参数 {params}（论文公布）</translation>
  </message>
  <message>
   <source>{place} of {count}</source>
   <translation>第 {place} 个，共 {count} 个</translation>
  </message>
  <message>
   <source>{port}: nothing is wired to it</source>
   <translation>{port}：没有连线</translation>
  </message>
  <message>
   <source>{share} of the MACs</source>
   <translation>占 MACs 的 {share}</translation>
  </message>
  <message>
   <source>{shown} of {layers}</source>
   <translation>{shown} / 共 {layers}</translation>
  </message>
  <message>
   <source>{source} also feeds {names}</source>
   <translation>{source} 还流向 {names}</translation>
  </message>
  <message>
   <source>{target} is written and proven in {seconds} s.</source>
   <translation>{target} 已写入并通过验证，用时 {seconds} 秒。</translation>
  </message>
  <message>
   <source>{task}: done</source>
   <translation>{task}：完成</translation>
  </message>
  <message>
   <source>{title}: {least}{macs} MACs</source>
   <translation>{title}：{least}{macs} MACs</translation>
  </message>
  <message>
   <source>{top1} % top-1 on ImageNet</source>
   <translation>ImageNet top-1 {top1} %</translation>
  </message>
  <message>
   <source>{trainable} trainable, {frozen} not.</source>
   <translation>{trainable} 可训练，{frozen} 不可训练。</translation>
  </message>
  <message>
   <source>{value} in this use</source>
   <translation>此处引用为 {value}</translation>
  </message>
  <message>
   <source>{what} of {name}</source>
   <translation>{name} 的{what}</translation>
  </message>
  <message>
   <source>{what} variable {name}</source>
   <translation>{what}变量 {name}</translation>
  </message>
  <message>
   <source>“{block}” cannot be removed: {reason}</source>
   <translation>无法移除“{block}”：{reason}</translation>
  </message>
  <message>
   <source>“{block}” is not used here: add one, then look inside.</source>
   <translation>此处没有使用“{block}”：请先添加一个，再查看内部。</translation>
  </message>
 </context>
 <context>
  <name>sentences</name>
  <message>
   <source> (and {errors} more)</source>
   <translation>（另有 {errors} 个）</translation>
  </message>
  <message>
   <source> (then {params} params, {macs} MACs {counted})</source>
   <translation>（修复后{counted}参数 {params}，MACs {macs}）</translation>
  </message>
  <message>
   <source> (where {text} is false)</source>
   <translation>（其中 {text} 为假）</translation>
  </message>
  <message>
   <source> (where {text} is true)</source>
   <translation>（其中 {text} 为真）</translation>
  </message>
  <message>
   <source> ({params_change} params, {macs_change} MACs)</source>
   <translation>（{params_change} 参数，{macs_change} MACs）</translation>
  </message>
  <message>
   <source> after '{name}'</source>
   <translation>（位于“{name}”之后）</translation>
  </message>
  <message>
   <source> and {more} more</source>
   <translation> 以及另外 {more} 个</translation>
  </message>
  <message>
   <source> in '{where}'</source>
   <translation>（在“{where}”中）</translation>
  </message>
  <message>
   <source> to it</source>
   <translation>到它</translation>
  </message>
  <message>
   <source> to its input '{port}'</source>
   <translation>到它的输入“{port}”</translation>
  </message>
  <message>
   <source>'version' is {value}; it should be 1, or "1.2"</source>
   <translation>“version”是 {value}；应为 1 或 "1.2"</translation>
  </message>
  <message>
   <source>'{block}' has no parameter '{name}'</source>
   <translation>“{block}”没有参数“{name}”</translation>
  </message>
  <message>
   <source>'{block}' has no parameter '{name}'{hint}</source>
   <translation>“{block}”没有参数“{name}”{hint}</translation>
  </message>
  <message>
   <source>'{block}' is used in {where}</source>
   <translation>“{block}”在 {where} 中被使用</translation>
  </message>
  <message>
   <source>'{both}' is also the name of a layer in '{name}'; '{free}' is free</source>
   <translation>“{both}”也是“{name}”中某一层的名称；可改用“{free}”</translation>
  </message>
  <message>
   <source>'{id}' is what a block's ports are made of; take another name</source>
   <translation>“{id}”是模块端口的专用名称；请换一个名称</translation>
  </message>
  <message>
   <source>'{name}' already feeds '{name1}' there</source>
   <translation>“{name}”已经接到“{name1}”的这个端口</translation>
  </message>
  <message>
   <source>'{name}' and '{name1}' are one name to TensorFlow</source>
   <translation>“{name}”和“{name1}”对 TensorFlow 来说是同一个名称</translation>
  </message>
  <message>
   <source>'{name}' cannot be both {known} and {value}; make these values equal, or expose them apart</source>
   <translation>“{name}”不能同时是 {known} 和 {value}；请让两个值相等，或分别公开</translation>
  </message>
  <message>
   <source>'{name}' cannot be fixed: {error}</source>
   <translation>“{name}”无法固定：{error}</translation>
  </message>
  <message>
   <source>'{name}' cannot be muted: nothing is wired into it that could go on</source>
   <translation>“{name}”不能旁路：没有可以直通的输入连线</translation>
  </message>
  <message>
   <source>'{name}' differs from the one before in {different}</source>
   <translation>“{name}”与前一个节点的不同之处：{different}</translation>
  </message>
  <message>
   <source>'{name}' has a minimum of {low} above its maximum of {high}</source>
   <translation>“{name}”的最小值 {low} 大于最大值 {high}</translation>
  </message>
  <message>
   <source>'{name}' has no parameter '{parameter}'{hint}</source>
   <translation>“{name}”没有参数“{parameter}”{hint}</translation>
  </message>
  <message>
   <source>'{name}' has no {side}</source>
   <translation>“{name}”没有{side}</translation>
  </message>
  <message>
   <source>'{name}' has no {side} '{port}'{hint}</source>
   <translation>“{name}”没有{side}“{port}”{hint}</translation>
  </message>
  <message>
   <source>'{name}' is a block of this design: enter it to edit what is inside</source>
   <translation>“{name}”是本设计的模块：进入它即可编辑内部</translation>
  </message>
  <message>
   <source>'{name}' is a function; a variable needs another name</source>
   <translation>“{name}”是函数；变量需要换一个名称</translation>
  </message>
  <message>
   <source>'{name}' is a port of the block that is open; leave it out</source>
   <translation>“{name}”是当前打开的模块的端口；请不要选中它</translation>
  </message>
  <message>
   <source>'{name}' is a port, which only a block has: code is for whole designs</source>
   <translation>“{name}”是端口，只有模块才有：代码针对整个设计</translation>
  </message>
  <message>
   <source>'{name}' is a single layer: there is nothing inside</source>
   <translation>“{name}”只有一层：内部没有更多内容</translation>
  </message>
  <message>
   <source>'{name}' is muted; unmute it, then ungroup it</source>
   <translation>“{name}”已旁路；请先取消旁路，再取消组合</translation>
  </message>
  <message>
   <source>'{name}' is not among the nodes</source>
   <translation>“{name}”不在这些节点之中</translation>
  </message>
  <message>
   <source>'{name}' is not in one chain with the others: a row is of one block, each wired to the next alone</source>
   <translation>“{name}”与其他节点不在同一条链上：一行由同一种模块组成，每个只连到下一个</translation>
  </message>
  <message>
   <source>'{name}' is one node already</source>
   <translation>“{name}”已经是单个节点</translation>
  </message>
  <message>
   <source>'{name}' is repeated {repeat} times, and only numbers add up</source>
   <translation>“{name}”重复 {repeat} 次，而只有数值才能相加</translation>
  </message>
  <message>
   <source>'{name}' is where data enters the design; leave it out</source>
   <translation>“{name}”是数据进入设计的入口；请不要选中它</translation>
  </message>
  <message>
   <source>'{name}' is where data enters; its {parameter} belongs to the design</source>
   <translation>“{name}”是数据的入口；它的 {parameter} 属于整个设计</translation>
  </message>
  <message>
   <source>'{name}' is {kind} and has no range or step</source>
   <translation>“{name}”是{kind}，没有范围或步长</translation>
  </message>
  <message>
   <source>'{name}' is {value} and {what} is {value3}; make them equal, or take another name</source>
   <translation>“{name}”为 {value}，而{what}为 {value3}；请让它们相等，或换一个名称</translation>
  </message>
  <message>
   <source>'{name}' is {value}, above its maximum of {high}</source>
   <translation>“{name}”为 {value}，大于其最大值 {high}</translation>
  </message>
  <message>
   <source>'{name}' is {value}, below its minimum of {low}</source>
   <translation>“{name}”为 {value}，小于其最小值 {low}</translation>
  </message>
  <message>
   <source>'{name}' leaves {name1} at its default, which is no number or text that a row can hold</source>
   <translation>“{name}”的 {name1} 保持默认值，而该默认值不是一行可以保存的数值或文本</translation>
  </message>
  <message>
   <source>'{name}' sets {name1} to {name2}; reset it there first</source>
   <translation>“{name}”把 {name1} 设为 {name2}；请先在那里恢复默认</translation>
  </message>
  <message>
   <source>'{name}' would read one tensor by two wires, which cannot be told apart</source>
   <translation>“{name}”会通过两条连线读取同一个张量，而这无法区分</translation>
  </message>
  <message>
   <source>'{new}' does not fit: {error}</source>
   <translation>“{new}”不合适：{error}</translation>
  </message>
  <message>
   <source>'{new}' is a function; take another name</source>
   <translation>“{new}”是函数；请换一个名称</translation>
  </message>
  <message>
   <source>'{node}' cannot stand in an expression</source>
   <translation>“{node}”不能出现在表达式中</translation>
  </message>
  <message>
   <source>'{node}' has no {side}</source>
   <translation>“{node}”没有{side}</translation>
  </message>
  <message>
   <source>'{node}' has no {side} '{port}'{hint}</source>
   <translation>“{node}”没有{side}“{port}”{hint}</translation>
  </message>
  <message>
   <source>'{parameter}' is an input and a parameter of the block; rename one</source>
   <translation>“{parameter}”既是模块的输入又是参数；请重命名其中一个</translation>
  </message>
  <message>
   <source>'{piece}' cannot stand in an expression</source>
   <translation>“{piece}”不能出现在表达式中</translation>
  </message>
  <message>
   <source>'{shown}' is not an expression</source>
   <translation>“{shown}”不是表达式</translation>
  </message>
  <message>
   <source>'{value}' is text, and {sign} works on numbers</source>
   <translation>“{value}”是文本，而 {sign} 只用于数值</translation>
  </message>
  <message>
   <source>, in place of {text}</source>
   <translation>，代替 {text}</translation>
  </message>
  <message>
   <source>, perhaps {meant}</source>
   <translation>，也许是 {meant}</translation>
  </message>
  <message>
   <source>, strides {strides}</source>
   <translation>，步幅 {strides}</translation>
  </message>
  <message>
   <source>, which is what happens when memory runs out</source>
   <translation>，内存耗尽时会出现这种情况</translation>
  </message>
  <message>
   <source>0 for B0 to 7 for B7: width, depth and image size follow while they are left as they are.</source>
   <translation>0 到 7 对应 B0 到 B7：宽度、深度和图像大小在未手动修改时随之变化。</translation>
  </message>
  <message>
   <source>2 cuts into halves, 24, (with the comma) after 24.</source>
   <translation>2 表示对半切分，“24,”（带逗号）表示在 24 处切开。</translation>
  </message>
  <message>
   <source>; did you mean '{close}'?</source>
   <translation>；您是否想写“{close}”？</translation>
  </message>
  <message>
   <source>; did you mean '{meant}'?</source>
   <translation>；是否想写“{meant}”？</translation>
  </message>
  <message>
   <source>; it has {known}</source>
   <translation>；它有 {known}</translation>
  </message>
  <message>
   <source>; it has {names}</source>
   <translation>；它有 {names}</translation>
  </message>
  <message>
   <source>; it has {parameters}</source>
   <translation>；它有 {parameters}</translation>
  </message>
  <message>
   <source>; see: channelwise templates</source>
   <translation>；参见：channelwise templates</translation>
  </message>
  <message>
   <source>; there are {FUNCTIONS}</source>
   <translation>；可用的有 {FUNCTIONS}</translation>
  </message>
  <message>
   <source>A ResNet brought step by step to what transformers do, without attention.</source>
   <translation>把 ResNet 一步步改造成 Transformer 的做法，但不用注意力。</translation>
  </message>
  <message>
   <source>A convolution alone, without batch normalisation.</source>
   <translation>单独的卷积，不带批归一化。</translation>
  </message>
  <message>
   <source>A convolution of each channel by itself, into `depth_multiplier` channels.</source>
   <translation>对每个通道单独做卷积，各得到 `depth_multiplier` 个通道。</translation>
  </message>
  <message>
   <source>A convolution of each channel by itself: as many groups as channels.</source>
   <translation>对每个通道单独做卷积：组数等于通道数。</translation>
  </message>
  <message>
   <source>A convolution to some of the channels; a depthwise one makes the others of these.</source>
   <translation>先卷积得到一部分通道，再由它们经深度卷积得到其余通道。</translation>
  </message>
  <message>
   <source>A convolution whose channels are split into groups that do not see each other.</source>
   <translation>通道分成若干组的卷积，各组互不相见。</translation>
  </message>
  <message>
   <source>A convolution, batch normalisation and an activation.</source>
   <translation>卷积、批归一化和激活。</translation>
  </message>
  <message>
   <source>A convolution; `groups` splits channels into groups that do not see each other.</source>
   <translation>卷积；`groups` 把通道分成互不相见的若干组。</translation>
  </message>
  <message>
   <source>A depthwise and a 1x1 convolution with nothing between them, then normalisation.</source>
   <translation>深度卷积后直接接 1x1 卷积，然后归一化。</translation>
  </message>
  <message>
   <source>A depthwise convolution and a 1x1 convolution in one layer.</source>
   <translation>深度卷积与 1x1 卷积合为一层。</translation>
  </message>
  <message>
   <source>A folder that TensorFlow loads without the code.</source>
   <translation>不需要代码即可由 TensorFlow 加载的文件夹。</translation>
  </message>
  <message>
   <source>A fully connected layer.</source>
   <translation>全连接层。</translation>
  </message>
  <message>
   <source>A large convolution and a max pooling, which leave a quarter of height and width.</source>
   <translation>一个大卷积加最大池化，高和宽各剩四分之一。</translation>
  </message>
  <message>
   <source>A network's first convolution, which makes small feature maps of a large image.</source>
   <translation>网络的第一个卷积，把大图像变成小特征图。</translation>
  </message>
  <message>
   <source>A row of ConvNeXt: depthwise, 1x1 to more channels, 1x1 back; the input is added.</source>
   <translation>ConvNeXt 的一行：深度卷积、1x1 升维、1x1 降维，再加上输入。</translation>
  </message>
  <message>
   <source>A row of EfficientNetV2: expanded by one convolution, projected, the input added.</source>
   <translation>EfficientNetV2 的一行：用一个卷积扩张，再投影，加上输入。</translation>
  </message>
  <message>
   <source>A row of GhostNet: a ghost module expands, another projects, the input is added.</source>
   <translation>GhostNet 的一行：一个 Ghost 模块扩张，另一个投影，再加上输入。</translation>
  </message>
  <message>
   <source>A row of MobileNet v1: a depthwise, then a 1x1 convolution, each normalised.</source>
   <translation>MobileNet v1 的一行：深度卷积，然后 1x1 卷积，各自归一化。</translation>
  </message>
  <message>
   <source>A row of MobileNet v2 or EfficientNet: expand, depthwise, project, add the input.</source>
   <translation>MobileNet v2 或 EfficientNet 的一行：扩张、深度卷积、投影、加上输入。</translation>
  </message>
  <message>
   <source>A row of MobileNet v3: expand, depthwise, weigh channels, project, add the input.</source>
   <translation>MobileNet v3 的一行：扩张、深度卷积、通道加权、投影、加上输入。</translation>
  </message>
  <message>
   <source>A row of RegNet: 1x1, grouped 3x3, 1x1, all equally wide; the input is added.</source>
   <translation>RegNet 的一行：1x1、分组 3x3、1x1，宽度相同；再加上输入。</translation>
  </message>
  <message>
   <source>A row of ResNet or ResNeXt: 1x1 to fewer channels, 3x3, 1x1 to more, add the input.</source>
   <translation>ResNet 或 ResNeXt 的一行：1x1 降维、3x3、1x1 升维，再加上输入。</translation>
  </message>
  <message>
   <source>A tensor cut along an axis into equal parts, or at the given places.</source>
   <translation>沿某一轴把张量切成等份，或在给定位置切开。</translation>
  </message>
  <message>
   <source>A unit of ShuffleNet v1: grouped 1x1, shuffle, depthwise, grouped 1x1.</source>
   <translation>ShuffleNet v1 的单元：分组 1x1、通道混洗、深度卷积、分组 1x1。</translation>
  </message>
  <message>
   <source>A unit of ShuffleNet v2: half of the channels go through it, half go past.</source>
   <translation>ShuffleNet v2 的单元：一半通道经过它，另一半直接通过。</translation>
  </message>
  <message>
   <source>Activation</source>
   <translation>激活</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>相加</translation>
  </message>
  <message>
   <source>Add {block}</source>
   <translation>添加{block}</translation>
  </message>
  <message>
   <source>AlexNet</source>
   <translation>AlexNet</translation>
  </message>
  <message>
   <source>An activation by its name.</source>
   <translation>按名称指定的激活函数。</translation>
  </message>
  <message>
   <source>An unsaved design was left behind and cannot be read. It is kept in {path}.</source>
   <translation>上次留下了一个未保存的设计，但无法读取。它保留在 {path}。</translation>
  </message>
  <message>
   <source>As in Keras, alpha leaves the first convolution alone, and scales the one behind the pooling only above 1.</source>
   <translation>与 Keras 相同，alpha 不影响第一个卷积，对池化后的卷积仅在大于 1 时缩放。</translation>
  </message>
  <message>
   <source>As in Keras, channels are rounded to multiples of 8, and alpha narrows all layers but the last convolution.</source>
   <translation>与 Keras 相同，通道数取 8 的倍数，alpha 缩窄除最后一个卷积之外的所有层。</translation>
  </message>
  <message>
   <source>As in Keras, convolutions have biases, which the batch normalisations undo. Images are expected as in Keras's `preprocess_input`: blue, green, red, each less its mean.</source>
   <translation>与 Keras 相同，卷积带偏置，随后会被批归一化抵消。图像应按 Keras 的 `preprocess_input` 处理：蓝、绿、红，各减去其均值。</translation>
  </message>
  <message>
   <source>As in Keras, pixels are brought to -1 to 1 in the network.</source>
   <translation>与 Keras 相同，像素在网络内部被缩放到 -1 到 1。</translation>
  </message>
  <message>
   <source>As in Keras, pixels are normalised in the network. The learnt factor of each channel at a block's end is a depthwise 1x1 convolution here; its multiplications are 0.05 % of the MACs, which other counts leave out.</source>
   <translation>与 Keras 相同，像素在网络内部归一化。模块末尾每个通道的可学习系数在此用深度 1x1 卷积实现；其乘法占 MACs 的 0.05 %，其他统计一般不计。</translation>
  </message>
  <message>
   <source>As in Keras, pixels are rescaled and normalised in the network, which makes 7 of its parameters. The share of images that skip a block in training rises from row to row, where Keras raises it from block to block.</source>
   <translation>与 Keras 相同，像素在网络内部缩放并归一化，这占其参数中的 7 个。训练时跳过模块的图像比例按行递增，而 Keras 按模块递增。</translation>
  </message>
  <message>
   <source>As in Keras: activations end at 6, channels are rounded down, and images are padded at the bottom and right.</source>
   <translation>与 Keras 相同：激活上限为 6，通道数向下取整，图像在下方和右侧填充。</translation>
  </message>
  <message>
   <source>As in the authors' code, the 3x3 convolutions take the strides.</source>
   <translation>与作者代码相同，步幅由 3x3 卷积承担。</translation>
  </message>
  <message>
   <source>As listed it cannot run: the first block adds an input of 32 channels to 64. The smallest repair is made here, a 1x1 convolution on that shortcut. Set the shortcut of the blocks' first copy to identity to see the mistake.</source>
   <translation>照原文清单无法运行：第一个模块要把 32 个通道的输入加到 64 个通道上。这里做了最小的修复：在该捷径上加 1x1 卷积。把各模块首个副本的 shortcut 设为 identity 即可看到原错误。</translation>
  </message>
  <message>
   <source>At strides 1 the input is added; otherwise it is pooled and concatenated.</source>
   <translation>步幅为 1 时与输入相加；否则将输入池化后拼接。</translation>
  </message>
  <message>
   <source>At strides above 1 all channels go both ways.</source>
   <translation>步幅大于 1 时所有通道同时走两条路径。</translation>
  </message>
  <message>
   <source>Attention</source>
   <translation>注意力</translation>
  </message>
  <message>
   <source>Average</source>
   <translation>取平均</translation>
  </message>
  <message>
   <source>Average pooling</source>
   <translation>平均池化</translation>
  </message>
  <message>
   <source>AveragePooling2D</source>
   <translation>AveragePooling2D</translation>
  </message>
  <message>
   <source>BatchNormalization</source>
   <translation>BatchNormalization</translation>
  </message>
  <message>
   <source>Block's input</source>
   <translation>模块输入</translation>
  </message>
  <message>
   <source>Block's output</source>
   <translation>模块输出</translation>
  </message>
  <message>
   <source>Bottleneck</source>
   <translation>瓶颈模块</translation>
  </message>
  <message>
   <source>Brings each channel to mean 0 and variance 1, as found in data before training.</source>
   <translation>使每个通道均值为 0、方差为 1，统计量在训练前由数据得出。</translation>
  </message>
  <message>
   <source>Brings pixels of 0 to 255 to mean 0 and variance 1, as ImageNet's are on average.</source>
   <translation>把 0 到 255 的像素变为均值 0、方差 1，按 ImageNet 的平均值计。</translation>
  </message>
  <message>
   <source>Brings pixels of 0 to 255 to the range that a network was trained on.</source>
   <translation>把 0 到 255 的像素变换到网络训练时所用的范围。</translation>
  </message>
  <message>
   <source>Brings the channels of each pixel to mean 0 and variance 1; scales and shifts them.</source>
   <translation>使每个像素的各通道均值为 0、方差为 1，再缩放和平移。</translation>
  </message>
  <message>
   <source>Build {network}.</source>
   <translation>搭建 {network}。</translation>
  </message>
  <message>
   <source>Building the network</source>
   <translation>正在构建网络</translation>
  </message>
  <message>
   <source>Change the limits of {name}</source>
   <translation>更改 {name} 的取值范围</translation>
  </message>
  <message>
   <source>Channel scale</source>
   <translation>通道缩放</translation>
  </message>
  <message>
   <source>Channel shuffle</source>
   <translation>通道混洗</translation>
  </message>
  <message>
   <source>Channels are rounded to multiples of 4, and alpha scales all layers but the one before the classifier.</source>
   <translation>通道数取 4 的倍数，alpha 缩放除分类器前一层之外的所有层。</translation>
  </message>
  <message>
   <source>Channels are rounded to multiples of four times the groups, so that every scale divides; at scale 1 they are the paper's.</source>
   <translation>通道数取组数四倍的倍数，使任何 scale 都能整除；scale 为 1 时即论文的数值。</translation>
  </message>
  <message>
   <source>Channels in the middle are rounded to multiples of 8. The input is added where strides are 1 and filters equal its channels.</source>
   <translation>中间的通道数取 8 的倍数。步幅为 1 且 filters 等于输入通道数时加上输入。</translation>
  </message>
  <message>
   <source>Channelwise is in the menu now, and opens designs: {path}</source>
   <translation>Channelwise 已加入菜单，并可打开设计：{path}</translation>
  </message>
  <message>
   <source>Classifier</source>
   <translation>分类器</translation>
  </message>
  <message>
   <source>Comparing numbers</source>
   <translation>正在比较数值</translation>
  </message>
  <message>
   <source>Comparing numbers with random weights</source>
   <translation>正在用随机权重比较数值</translation>
  </message>
  <message>
   <source>Comparing {nodes} nodes</source>
   <translation>正在比较 {nodes} 个节点</translation>
  </message>
  <message>
   <source>Concatenate</source>
   <translation>拼接</translation>
  </message>
  <message>
   <source>Connect {count} nodes</source>
   <translation>连接 {count} 个节点</translation>
  </message>
  <message>
   <source>Connect {source} to {target}</source>
   <translation>将 {source} 连接到 {target}</translation>
  </message>
  <message>
   <source>Conv2D</source>
   <translation>Conv2D</translation>
  </message>
  <message>
   <source>Conv2D with groups, trained fast on a CPU too; its weights are laid out as Conv2D's.</source>
   <translation>分组的 Conv2D，在 CPU 上也能快速训练；权重布局与 Conv2D 相同。</translation>
  </message>
  <message>
   <source>ConvNeXt block</source>
   <translation>ConvNeXt 模块</translation>
  </message>
  <message>
   <source>ConvNeXt-Tiny</source>
   <translation>ConvNeXt-Tiny</translation>
  </message>
  <message>
   <source>Convolution</source>
   <translation>卷积</translation>
  </message>
  <message>
   <source>Convolution + BN</source>
   <translation>卷积 + BN</translation>
  </message>
  <message>
   <source>Cropping2D</source>
   <translation>Cropping2D</translation>
  </message>
  <message>
   <source>Cut {count} wires</source>
   <translation>断开 {count} 条连线</translation>
  </message>
  <message>
   <source>Cut {nodes}</source>
   <translation>剪切 {nodes}</translation>
  </message>
  <message>
   <source>Dense</source>
   <translation>Dense</translation>
  </message>
  <message>
   <source>Depthwise convolution</source>
   <translation>深度卷积</translation>
  </message>
  <message>
   <source>Depthwise separable</source>
   <translation>深度可分离卷积</translation>
  </message>
  <message>
   <source>Depthwise separable convolutions instead of convolutions: an eighth of the work, almost as good.</source>
   <translation>用深度可分离卷积代替卷积：计算量约为八分之一，精度几乎不变。</translation>
  </message>
  <message>
   <source>DepthwiseConv2D</source>
   <translation>DepthwiseConv2D</translation>
  </message>
  <message>
   <source>Dropout</source>
   <translation>Dropout</translation>
  </message>
  <message>
   <source>Duplicate {nodes}</source>
   <translation>创建 {nodes} 的副本</translation>
  </message>
  <message>
   <source>Each channel brought to mean 0 and variance 1 over the batch, then scaled and shifted.</source>
   <translation>使每个通道在批内均值为 0、方差为 1，再缩放和平移。</translation>
  </message>
  <message>
   <source>Each image brought to mean 0 and variance 1 along an axis, then scaled and shifted.</source>
   <translation>使每张图像沿某一轴均值为 0、方差为 1，再缩放和平移。</translation>
  </message>
  <message>
   <source>EfficientNet made to train faster: where images are large, one convolution does what two did.</source>
   <translation>训练更快的 EfficientNet：在大图像处，一个卷积完成原来两个卷积的工作。</translation>
  </message>
  <message>
   <source>EfficientNet-B0</source>
   <translation>EfficientNet-B0</translation>
  </message>
  <message>
   <source>EfficientNet-B1</source>
   <translation>EfficientNet-B1</translation>
  </message>
  <message>
   <source>EfficientNet-B2</source>
   <translation>EfficientNet-B2</translation>
  </message>
  <message>
   <source>EfficientNet-B3</source>
   <translation>EfficientNet-B3</translation>
  </message>
  <message>
   <source>EfficientNet-B4</source>
   <translation>EfficientNet-B4</translation>
  </message>
  <message>
   <source>EfficientNet-B5</source>
   <translation>EfficientNet-B5</translation>
  </message>
  <message>
   <source>EfficientNet-B6</source>
   <translation>EfficientNet-B6</translation>
  </message>
  <message>
   <source>EfficientNet-B7</source>
   <translation>EfficientNet-B7</translation>
  </message>
  <message>
   <source>EfficientNetV2-S</source>
   <translation>EfficientNetV2-S</translation>
  </message>
  <message>
   <source>Every unit sees every channel; on an image, at each pixel by itself.</source>
   <translation>每个单元看到所有通道；对图像则逐像素进行。</translation>
  </message>
  <message>
   <source>Exports run in a process of {Python}, which could not be started: {reason}.</source>
   <translation>导出在 {Python} 的独立进程中运行，但无法启动：{reason}。</translation>
  </message>
  <message>
   <source>Expose {key}</source>
   <translation>公开 {key}</translation>
  </message>
  <message>
   <source>False applies the layer to each pixel of an image by itself.</source>
   <translation>设为关时，该层对图像的每个像素单独作用。</translation>
  </message>
  <message>
   <source>Feature maps resemble each other, so a convolution computes half of them and a cheap one the rest from these.</source>
   <translation>特征图彼此相似，因此卷积只计算其中一半，其余由廉价运算得出。</translation>
  </message>
  <message>
   <source>Flatten</source>
   <translation>展平</translation>
  </message>
  <message>
   <source>Fused inverted residual</source>
   <translation>融合倒残差</translation>
  </message>
  <message>
   <source>GER block</source>
   <translation>GER 模块</translation>
  </message>
  <message>
   <source>GER-VNet, as in the article</source>
   <translation>GER-VNet（文章版）</translation>
  </message>
  <message>
   <source>GER-VNet-48</source>
   <translation>GER-VNet-48</translation>
  </message>
  <message>
   <source>Ghost bottleneck</source>
   <translation>Ghost 瓶颈模块</translation>
  </message>
  <message>
   <source>Ghost module</source>
   <translation>Ghost 模块</translation>
  </message>
  <message>
   <source>GhostNet</source>
   <translation>GhostNet</translation>
  </message>
  <message>
   <source>Global pooling</source>
   <translation>全局池化</translation>
  </message>
  <message>
   <source>GlobalAveragePooling2D</source>
   <translation>GlobalAveragePooling2D</translation>
  </message>
  <message>
   <source>GlobalMaxPooling2D</source>
   <translation>GlobalMaxPooling2D</translation>
  </message>
  <message>
   <source>Group into {name}</source>
   <translation>组合为 {name}</translation>
  </message>
  <message>
   <source>Group-enhanced residual: 1x1, channel shuffle, depthwise, 1x1, add the input.</source>
   <translation>分组增强残差：1x1、通道混洗、深度卷积、1x1，再加上输入。</translation>
  </message>
  <message>
   <source>Grouped 1x1 convolutions, whose groups a channel shuffle mixes.</source>
   <translation>分组 1x1 卷积，由通道混洗打通各组。</translation>
  </message>
  <message>
   <source>Grouped convolution</source>
   <translation>分组卷积</translation>
  </message>
  <message>
   <source>GroupedConv2D</source>
   <translation>GroupedConv2D</translation>
  </message>
  <message>
   <source>Half of the channels skip each unit: what is fast on a device, not what has the fewest multiplications.</source>
   <translation>一半通道跳过每个单元：追求设备上的速度，而不是最少的乘法。</translation>
  </message>
  <message>
   <source>Head</source>
   <translation>输出头</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>图像</translation>
  </message>
  <message>
   <source>ImageNet normalisation</source>
   <translation>ImageNet 归一化</translation>
  </message>
  <message>
   <source>ImageNet's figures are for 3 channels of colour, not {shape}: normalization takes any</source>
   <translation>ImageNet 的统计量适用于 3 个颜色通道，而不是 {shape}：可用任意通道数的 normalization</translation>
  </message>
  <message>
   <source>Images are expected as in Keras's `preprocess_input`: pixels from -1 to 1.</source>
   <translation>图像应按 Keras 的 `preprocess_input` 处理：像素为 -1 到 1。</translation>
  </message>
  <message>
   <source>Input of the block</source>
   <translation>模块的输入</translation>
  </message>
  <message>
   <source>Input: shape is whole numbers from 1, such as (224, 224, 3), not {shape}</source>
   <translation>Input：shape 由不小于 1 的整数组成，例如 (224, 224, 3)，而不是 {shape}</translation>
  </message>
  <message>
   <source>Inverted residual</source>
   <translation>倒残差</translation>
  </message>
  <message>
   <source>Inverted residual, v3</source>
   <translation>倒残差 v3</translation>
  </message>
  <message>
   <source>Inverted residuals whose kernels, expansions and squeezes were searched for, stage by stage, on a phone.</source>
   <translation>倒残差网络，其卷积核、扩张倍数和压缩比在手机上逐阶段搜索得到。</translation>
  </message>
  <message>
   <source>Inverted residuals: thin layers carry the image, wide ones between them compute with it.</source>
   <translation>倒残差：窄层承载图像，其间的宽层进行计算。</translation>
  </message>
  <message>
   <source>It has 1/groups of a convolution's weights and multiplications.</source>
   <translation>权重和乘法次数均为普通卷积的 1/groups。</translation>
  </message>
  <message>
   <source>It has more multiplications than an inverted residual, and is faster on most hardware. The input is added where strides are 1 and filters equal its channels.</source>
   <translation>乘法多于倒残差，但在多数硬件上更快。步幅为 1 且 filters 等于输入通道数时加上输入。</translation>
  </message>
  <message>
   <source>Its convolutions have biases, which the batch normalisations undo, and its classifier is applied without flattening: it gives 1x1x1000 numbers for an image.</source>
   <translation>卷积带偏置，随后会被批归一化抵消；分类器不经展平直接使用：一张图像得到 1x1x1000 个数。</translation>
  </message>
  <message>
   <source>Keras {least}.{least1} or newer</source>
   <translation>Keras {least}.{least1} 或更新版本</translation>
  </message>
  <message>
   <source>Layer normalisation</source>
   <translation>层归一化</translation>
  </message>
  <message>
   <source>LayerNormalization</source>
   <translation>LayerNormalization</translation>
  </message>
  <message>
   <source>Line {line} of the generated file uses {refused}, which a network does not need: it was not run.</source>
   <translation>生成文件的第 {line} 行使用了 {refused}，网络不需要它：未运行。</translation>
  </message>
  <message>
   <source>Loading it again</source>
   <translation>正在重新加载</translation>
  </message>
  <message>
   <source>Make {key} a variable</source>
   <translation>将 {key} 转为变量</translation>
  </message>
  <message>
   <source>Make {name} editable</source>
   <translation>将 {name} 转为可编辑</translation>
  </message>
  <message>
   <source>Max pooling</source>
   <translation>最大池化</translation>
  </message>
  <message>
   <source>MaxPooling2D</source>
   <translation>MaxPooling2D</translation>
  </message>
  <message>
   <source>Means and variances taken off the input, learned from data before training or given.</source>
   <translation>从输入中减去均值并除以方差，统计量在训练前由数据得出或直接给定。</translation>
  </message>
  <message>
   <source>Merge</source>
   <translation>合并</translation>
  </message>
  <message>
   <source>Mixes the groups of a grouped convolution, so that the next one sees all of them.</source>
   <translation>打乱分组卷积的各组，使下一个分组卷积能看到全部组。</translation>
  </message>
  <message>
   <source>MnasNet-A1</source>
   <translation>MnasNet-A1</translation>
  </message>
  <message>
   <source>Mobile</source>
   <translation>移动端</translation>
  </message>
  <message>
   <source>MobileNet v1</source>
   <translation>MobileNet v1</translation>
  </message>
  <message>
   <source>MobileNet v1, as in the article</source>
   <translation>MobileNet v1（文章版）</translation>
  </message>
  <message>
   <source>MobileNet v2</source>
   <translation>MobileNet v2</translation>
  </message>
  <message>
   <source>MobileNet v2 with squeeze-and-excitation, hard swish, and a last stage that costs less.</source>
   <translation>带压缩激励和 hard swish 的 MobileNet v2，最后阶段开销更小。</translation>
  </message>
  <message>
   <source>MobileNet v2 with squeeze-and-excitation, hard swish, and a last stage that costs less; for small budgets.</source>
   <translation>带压缩激励和 hard swish 的 MobileNet v2，最后阶段开销更小；适合小预算。</translation>
  </message>
  <message>
   <source>MobileNet v3 large</source>
   <translation>MobileNet v3 large</translation>
  </message>
  <message>
   <source>MobileNet v3 small</source>
   <translation>MobileNet v3 small</translation>
  </message>
  <message>
   <source>Move a wire to {node}</source>
   <translation>将一条连线移到 {node}</translation>
  </message>
  <message>
   <source>Move {count} wires to {node}</source>
   <translation>将 {count} 条连线移到 {node}</translation>
  </message>
  <message>
   <source>Move {name}</source>
   <translation>移动 {name}</translation>
  </message>
  <message>
   <source>Multiplies each channel by a learnt number: the layer scale of deep networks.</source>
   <translation>每个通道乘以一个可学习的数：深层网络的层缩放。</translation>
  </message>
  <message>
   <source>Multiply</source>
   <translation>相乘</translation>
  </message>
  <message>
   <source>Name the design {name}</source>
   <translation>将设计命名为 {name}</translation>
  </message>
  <message>
   <source>No space left on device</source>
   <translation>设备空间不足</translation>
  </message>
  <message>
   <source>Normalisation</source>
   <translation>归一化</translation>
  </message>
  <message>
   <source>Normalisation of the input</source>
   <translation>输入归一化</translation>
  </message>
  <message>
   <source>Normalization</source>
   <translation>Normalization</translation>
  </message>
  <message>
   <source>Numbers set to zero at random while training.</source>
   <translation>训练时随机置零的数值。</translation>
  </message>
  <message>
   <source>One file with build_model() that needs only Keras.</source>
   <translation>一个只依赖 Keras、含 build_model() 的文件。</translation>
  </message>
  <message>
   <source>One number per channel, of the whole image.</source>
   <translation>每个通道一个数，代表整张图像。</translation>
  </message>
  <message>
   <source>One of a family that a search narrowed down: channels and depths grow by a rule of four numbers.</source>
   <translation>经搜索逐步收窄的网络族之一：通道数和深度按四个数的规则增长。</translation>
  </message>
  <message>
   <source>Opening {name} …</source>
   <translation>正在打开 {name} …</translation>
  </message>
  <message>
   <source>Order the inputs of {name}</source>
   <translation>调整 {name} 的输入顺序</translation>
  </message>
  <message>
   <source>Permute</source>
   <translation>Permute</translation>
  </message>
  <message>
   <source>Pixels cut from the image's border.</source>
   <translation>裁去图像边缘的像素。</translation>
  </message>
  <message>
   <source>Pooling</source>
   <translation>池化</translation>
  </message>
  <message>
   <source>Ports</source>
   <translation>端口</translation>
  </message>
  <message>
   <source>Proven in {seconds} s with {versions}.</source>
   <translation>{seconds} 秒内验证通过，环境 {versions}。</translation>
  </message>
  <message>
   <source>Python source</source>
   <translation>Python 源码</translation>
  </message>
  <message>
   <source>ReLU</source>
   <translation>ReLU</translation>
  </message>
  <message>
   <source>Reading the job</source>
   <translation>正在读取任务</translation>
  </message>
  <message>
   <source>RegNet block</source>
   <translation>RegNet 模块</translation>
  </message>
  <message>
   <source>RegNetX with squeeze-and-excitation in every block, and the channels and depths that suit it.</source>
   <translation>每个模块都带压缩激励的 RegNetX，并采用相应的通道数和深度。</translation>
  </message>
  <message>
   <source>RegNetX-400MF</source>
   <translation>RegNetX-400MF</translation>
  </message>
  <message>
   <source>RegNetY-400MF</source>
   <translation>RegNetY-400MF</translation>
  </message>
  <message>
   <source>Regularisation</source>
   <translation>正则化</translation>
  </message>
  <message>
   <source>Remove the block {block}</source>
   <translation>移除模块 {block}</translation>
  </message>
  <message>
   <source>Remove the variable {name}</source>
   <translation>移除变量 {name}</translation>
  </message>
  <message>
   <source>Rename to {name}</source>
   <translation>重命名为 {name}</translation>
  </message>
  <message>
   <source>Rename {block}</source>
   <translation>重命名 {block}</translation>
  </message>
  <message>
   <source>Repeat {ids} nodes {repeat} times</source>
   <translation>将 {ids} 个节点重复 {repeat} 次</translation>
  </message>
  <message>
   <source>Repeat {name} {repeat} times</source>
   <translation>将 {name} 重复 {repeat} 次</translation>
  </message>
  <message>
   <source>ResNeXt with 101 layers and groups twice as wide: the smallest released one of those trained on hashtags.</source>
   <translation>101 层、组宽加倍的 ResNeXt：用话题标签训练的已发布模型中最小的一个。</translation>
  </message>
  <message>
   <source>ResNeXt-101 (32x8d)</source>
   <translation>ResNeXt-101 (32x8d)</translation>
  </message>
  <message>
   <source>ResNeXt-50 (32x4d)</source>
   <translation>ResNeXt-50 (32x4d)</translation>
  </message>
  <message>
   <source>ResNet stem</source>
   <translation>ResNet 主干</translation>
  </message>
  <message>
   <source>ResNet with 101 layers: blocks add what they compute to their input, so that depth does no harm.</source>
   <translation>101 层的 ResNet：模块把计算结果加到输入上，使加深网络不再有害。</translation>
  </message>
  <message>
   <source>ResNet with 152 layers: blocks add what they compute to their input, so that depth does no harm.</source>
   <translation>152 层的 ResNet：模块把计算结果加到输入上，使加深网络不再有害。</translation>
  </message>
  <message>
   <source>ResNet with 50 layers: blocks add what they compute to their input, so that depth does no harm.</source>
   <translation>50 层的 ResNet：模块把计算结果加到输入上，使加深网络不再有害。</translation>
  </message>
  <message>
   <source>ResNet-101</source>
   <translation>ResNet-101</translation>
  </message>
  <message>
   <source>ResNet-152</source>
   <translation>ResNet-152</translation>
  </message>
  <message>
   <source>ResNet-50</source>
   <translation>ResNet-50</translation>
  </message>
  <message>
   <source>ResNet-50 whose 3x3 convolutions have many groups, and so may have more channels at the same cost.</source>
   <translation>3x3 卷积分成许多组的 ResNet-50，因而在相同开销下可用更多通道。</translation>
  </message>
  <message>
   <source>ResNet-50 whose blocks weigh their channels by what all channels hold on average, before the input is added.</source>
   <translation>ResNet-50，在加上输入之前，各模块按所有通道的平均内容给通道加权。</translation>
  </message>
  <message>
   <source>Rescaling</source>
   <translation>缩放</translation>
  </message>
  <message>
   <source>Reshape</source>
   <translation>Reshape</translation>
  </message>
  <message>
   <source>Residual</source>
   <translation>残差</translation>
  </message>
  <message>
   <source>Running it with random weights</source>
   <translation>正在用随机权重运行</translation>
  </message>
  <message>
   <source>SE-ResNet-50</source>
   <translation>SE-ResNet-50</translation>
  </message>
  <message>
   <source>STEP {number} OF {count}</source>
   <translation>第 {number} 步，共 {count} 步</translation>
  </message>
  <message>
   <source>Saved to {path}.</source>
   <translation>已保存到 {path}。</translation>
  </message>
  <message>
   <source>Saving and loading its weights</source>
   <translation>正在保存并重新加载权重</translation>
  </message>
  <message>
   <source>Scores made into shares that sum to 1 along an axis.</source>
   <translation>把得分变为沿某一轴总和为 1 的比例。</translation>
  </message>
  <message>
   <source>Separable convolution</source>
   <translation>可分离卷积</translation>
  </message>
  <message>
   <source>Separable convolutions all the way, in residual units.</source>
   <translation>全程使用可分离卷积的残差单元。</translation>
  </message>
  <message>
   <source>Separable convolutions, each after an activation, then pooling; add the input.</source>
   <translation>若干可分离卷积，每个之前有激活，然后池化；再加上输入。</translation>
  </message>
  <message>
   <source>SeparableConv2D</source>
   <translation>SeparableConv2D</translation>
  </message>
  <message>
   <source>Set {key} to {name}</source>
   <translation>将 {key} 设为 {name}</translation>
  </message>
  <message>
   <source>Set {name} of {ids} nodes</source>
   <translation>设置 {ids} 个节点的 {name}</translation>
  </message>
  <message>
   <source>Set {name} of {whose}</source>
   <translation>设置 {whose} 的 {name}</translation>
  </message>
  <message>
   <source>Set {name} to {value}</source>
   <translation>将 {name} 设为 {value}</translation>
  </message>
  <message>
   <source>Set {parameter}</source>
   <translation>设置 {parameter}</translation>
  </message>
  <message>
   <source>Sets a random share of the values to 0 in training, against overfitting.</source>
   <translation>训练时随机将一部分数值置 0，以防过拟合。</translation>
  </message>
  <message>
   <source>ShuffleNet</source>
   <translation>ShuffleNet</translation>
  </message>
  <message>
   <source>ShuffleNet unit</source>
   <translation>ShuffleNet 单元</translation>
  </message>
  <message>
   <source>ShuffleNet unit, plain</source>
   <translation>ShuffleNet 单元（简化）</translation>
  </message>
  <message>
   <source>ShuffleNet v1</source>
   <translation>ShuffleNet v1</translation>
  </message>
  <message>
   <source>ShuffleNet v1, as in the article</source>
   <translation>ShuffleNet v1（文章版）</translation>
  </message>
  <message>
   <source>ShuffleNet v2</source>
   <translation>ShuffleNet v2</translation>
  </message>
  <message>
   <source>ShuffleNet v2 unit</source>
   <translation>ShuffleNet v2 单元</translation>
  </message>
  <message>
   <source>Softmax</source>
   <translation>Softmax</translation>
  </message>
  <message>
   <source>Something went wrong inside Channelwise ({name}: {error}). The design is kept; please save it</source>
   <translation>Channelwise 内部出错（{name}：{error}）。设计已保留，请保存</translation>
  </message>
  <message>
   <source>SpatialDropout2D</source>
   <translation>SpatialDropout2D</translation>
  </message>
  <message>
   <source>Squeeze-and-excitation</source>
   <translation>压缩激励（SE）</translation>
  </message>
  <message>
   <source>Squeeze-and-excitation, as in the article</source>
   <translation>压缩激励（文章版）</translation>
  </message>
  <message>
   <source>Starting TensorFlow</source>
   <translation>正在启动 TensorFlow</translation>
  </message>
  <message>
   <source>Stem</source>
   <translation>主干</translation>
  </message>
  <message>
   <source>Strides above 1 put the downsampling in front that begins a stage.</source>
   <translation>步幅大于 1 时，在前面加上阶段开头的下采样。</translation>
  </message>
  <message>
   <source>Subtract</source>
   <translation>相减</translation>
  </message>
  <message>
   <source>TensorFlow SavedModel</source>
   <translation>TensorFlow SavedModel</translation>
  </message>
  <message>
   <source>TensorFlow could not be imported by {command}: 'pip install tensorflow' installs it.</source>
   <translation>{command} 无法导入 TensorFlow：请用“pip install tensorflow”安装。</translation>
  </message>
  <message>
   <source>Tensors one after the other along an axis.</source>
   <translation>张量沿某一轴依次拼接。</translation>
  </message>
  <message>
   <source>The ShuffleNet unit with biases instead of batch normalisation and activations.</source>
   <translation>用偏置代替批归一化和激活的 ShuffleNet 单元。</translation>
  </message>
  <message>
   <source>The application is closing, so nothing is exported.</source>
   <translation>应用程序正在关闭，因此没有导出任何内容。</translation>
  </message>
  <message>
   <source>The article prints neither widths nor stages: those here were chosen to cost its 2.3 G multiply-accumulates at 224 pixels, within 2 %. The accuracy of 75.8 % is the article's claim and has not been reproduced.</source>
   <translation>文章没有给出宽度和阶段：这里的取值使 224 像素时的乘加次数与其 2.3 G 相差不超过 2 %。75.8 % 的准确率是文章的说法，未经复现。</translation>
  </message>
  <message>
   <source>The average of each window.</source>
   <translation>每个窗口的平均值。</translation>
  </message>
  <message>
   <source>The axes in another order; 1 is the first after the batch.</source>
   <translation>改变轴的顺序；1 是批之后的第一个轴。</translation>
  </message>
  <message>
   <source>The channels of its inputs, one after another.</source>
   <translation>依次拼接各输入的通道。</translation>
  </message>
  <message>
   <source>The clipboard holds no blocks: copy some on the canvas, or the text of a design file.</source>
   <translation>剪贴板中没有模块：请先在画布上复制，或复制设计文件的文本。</translation>
  </message>
  <message>
   <source>The disk is full, so the export could not be written.</source>
   <translation>磁盘已满，无法写入导出结果。</translation>
  </message>
  <message>
   <source>The end of a network: global average pooling, dropout, one score per class.</source>
   <translation>网络的末端：全局平均池化、dropout，每个类别一个得分。</translation>
  </message>
  <message>
   <source>The entry cannot be removed: {reason}</source>
   <translation>无法移除该菜单项：{reason}</translation>
  </message>
  <message>
   <source>The entry cannot be written: {reason}</source>
   <translation>无法写入该菜单项：{reason}</translation>
  </message>
  <message>
   <source>The export could not be written: {text}.</source>
   <translation>无法写入导出结果：{text}。</translation>
  </message>
  <message>
   <source>The export failed unexpectedly: {error}.</source>
   <translation>导出意外失败：{error}。</translation>
  </message>
  <message>
   <source>The export process sent what cannot be read and was stopped.</source>
   <translation>导出进程发来了无法读取的内容，已被停止。</translation>
  </message>
  <message>
   <source>The export process {how}, at: {stage}.</source>
   <translation>导出进程{how}，所处阶段：{stage}。</translation>
  </message>
  <message>
   <source>The export process {what} and was stopped, at: {stage}.</source>
   <translation>导出进程{what}，已被停止，所处阶段：{stage}。</translation>
  </message>
  <message>
   <source>The export stopped with {name}: {text}</source>
   <translation>导出因 {name} 中止：{text}</translation>
  </message>
  <message>
   <source>The export was cancelled.</source>
   <translation>导出已取消。</translation>
  </message>
  <message>
   <source>The export was not proven: {text}.</source>
   <translation>导出未通过验证：{text}。</translation>
  </message>
  <message>
   <source>The export's working files could not be written: {strerror}.</source>
   <translation>无法写入导出的工作文件：{strerror}。</translation>
  </message>
  <message>
   <source>The first input less the second.</source>
   <translation>第一个输入减去第二个输入。</translation>
  </message>
  <message>
   <source>The generated file is not Python: {error}.</source>
   <translation>生成的文件不是有效的 Python：{error}。</translation>
  </message>
  <message>
   <source>The image enlarged by whole factors.</source>
   <translation>按整数倍放大图像。</translation>
  </message>
  <message>
   <source>The image is padded alike on all sides, as the authors' code and Keras have it.</source>
   <translation>图像各边填充相同，与作者代码和 Keras 一致。</translation>
  </message>
  <message>
   <source>The images that the network is given.</source>
   <translation>送入网络的图像。</translation>
  </message>
  <message>
   <source>The input is added where strides are 1 and filters equal its channels.</source>
   <translation>步幅为 1 且 filters 等于输入通道数时加上输入。</translation>
  </message>
  <message>
   <source>The input times `scale` plus `offset`; a list has a number for each channel.</source>
   <translation>输入乘以 `scale` 再加 `offset`；列表则每个通道一个数。</translation>
  </message>
  <message>
   <source>The inputs one after the other along an axis, the channels unless said otherwise.</source>
   <translation>各输入沿某一轴依次拼接，默认为通道轴。</translation>
  </message>
  <message>
   <source>The larger network of the article on GER-VNet: 48 convolution layers in group-enhanced residual blocks.</source>
   <translation>GER-VNet 文章中较大的网络：由分组增强残差模块组成的 48 个卷积层。</translation>
  </message>
  <message>
   <source>The larger of the inputs.</source>
   <translation>各输入中的较大值。</translation>
  </message>
  <message>
   <source>The largest value of each channel.</source>
   <translation>每个通道的最大值。</translation>
  </message>
  <message>
   <source>The largest value of each window.</source>
   <translation>每个窗口的最大值。</translation>
  </message>
  <message>
   <source>The layer's `adapt` finds them; until then it changes nothing.</source>
   <translation>由该层的 `adapt` 求得；在此之前不改变任何内容。</translation>
  </message>
  <message>
   <source>The listing of the article on EfficientNet: squeeze-and-excitation between a convolution and a classifier.</source>
   <translation>EfficientNet 文章中的清单：卷积与分类器之间的压缩激励。</translation>
  </message>
  <message>
   <source>The listing of the article on GER-VNet: four group-enhanced residual blocks.</source>
   <translation>GER-VNet 文章中的清单：四个分组增强残差模块。</translation>
  </message>
  <message>
   <source>The listing of the article on ShuffleNet in TensorFlow 2.</source>
   <translation>ShuffleNet 文章（TensorFlow 2）中的清单。</translation>
  </message>
  <message>
   <source>The listing of the article on the MobileNet series.</source>
   <translation>MobileNet 系列文章中的清单。</translation>
  </message>
  <message>
   <source>The local response normalisation after the first two convolutions is left out: it has no parameters and Keras has no layer for it. Images have 227 pixels, with which the paper's sizes come out; it prints 224.</source>
   <translation>省略了前两个卷积之后的局部响应归一化：它没有参数，Keras 也没有对应的层。图像为 227 像素，这样才与论文的尺寸相符；论文印的是 224。</translation>
  </message>
  <message>
   <source>The mean of each channel.</source>
   <translation>每个通道的均值。</translation>
  </message>
  <message>
   <source>The mean of each window.</source>
   <translation>每个窗口的均值。</translation>
  </message>
  <message>
   <source>The mean of the inputs.</source>
   <translation>各输入的平均。</translation>
  </message>
  <message>
   <source>The neighbours of '{node}' are not like it: a row is a chain of one block with equal settings</source>
   <translation>“{node}”的相邻节点与它不同：一行由设置相同的同一模块串联而成</translation>
  </message>
  <message>
   <source>The network needs more memory than this machine has free.</source>
   <translation>网络需要的内存超过本机可用内存。</translation>
  </message>
  <message>
   <source>The network that a search found for phones; the other EfficientNets are this one, scaled.</source>
   <translation>为手机搜索得到的网络；其他 EfficientNet 都由它缩放而来。</translation>
  </message>
  <message>
   <source>The network that a search found for phones; the other EfficientNets are this one, scaled. phi turns each of the eight into any other, from 0 for B0 to 7 for B7. Width, depth and image size are those that the authors released; for B1 to B4 they are not the paper's rule of powers of phi.</source>
   <translation>为手机搜索得到的网络；其他 EfficientNet 都由它缩放而来。phi 可将八个网络互相转换，0 对应 B0，7 对应 B7。宽度、深度和图像尺寸均为作者发布的数值；B1 到 B4 的数值并不符合论文中 phi 的幂次规则。</translation>
  </message>
  <message>
   <source>The network that began it, in two groups because it was trained on two GPUs.</source>
   <translation>一切的开端；因为在两块 GPU 上训练，所以分成两组。</translation>
  </message>
  <message>
   <source>The option {name} of {title} is {choices}, not {value}.</source>
   <translation>{title} 的选项 {name} 应为 {choices}，而不是 {value}。</translation>
  </message>
  <message>
   <source>The picture is on the clipboard.</source>
   <translation>图片已复制到剪贴板。</translation>
  </message>
  <message>
   <source>The product of the inputs: attention is put onto channels.</source>
   <translation>各输入的乘积：把注意力作用到通道上。</translation>
  </message>
  <message>
   <source>The rows of B0 with 1.0 times the channels and 1.1 times the repeats, on images of 240 pixels. phi turns each of the eight into any other, from 0 for B0 to 7 for B7. Width, depth and image size are those that the authors released; for B1 to B4 they are not the paper's rule of powers of phi.</source>
   <translation>B0 的各行，通道数为 1.0 倍，重复次数为 1.1 倍，图像为 240 像素。phi 可将八个网络互相转换，0 对应 B0，7 对应 B7。宽度、深度和图像尺寸均为作者发布的数值；B1 到 B4 的数值并不符合论文中 phi 的幂次规则。</translation>
  </message>
  <message>
   <source>The rows of B0 with 1.1 times the channels and 1.2 times the repeats, on images of 260 pixels. phi turns each of the eight into any other, from 0 for B0 to 7 for B7. Width, depth and image size are those that the authors released; for B1 to B4 they are not the paper's rule of powers of phi.</source>
   <translation>B0 的各行，通道数为 1.1 倍，重复次数为 1.2 倍，图像为 260 像素。phi 可将八个网络互相转换，0 对应 B0，7 对应 B7。宽度、深度和图像尺寸均为作者发布的数值；B1 到 B4 的数值并不符合论文中 phi 的幂次规则。</translation>
  </message>
  <message>
   <source>The rows of B0 with 1.2 times the channels and 1.4 times the repeats, on images of 300 pixels. phi turns each of the eight into any other, from 0 for B0 to 7 for B7. Width, depth and image size are those that the authors released; for B1 to B4 they are not the paper's rule of powers of phi.</source>
   <translation>B0 的各行，通道数为 1.2 倍，重复次数为 1.4 倍，图像为 300 像素。phi 可将八个网络互相转换，0 对应 B0，7 对应 B7。宽度、深度和图像尺寸均为作者发布的数值；B1 到 B4 的数值并不符合论文中 phi 的幂次规则。</translation>
  </message>
  <message>
   <source>The rows of B0 with 1.4 times the channels and 1.8 times the repeats, on images of 380 pixels. phi turns each of the eight into any other, from 0 for B0 to 7 for B7. Width, depth and image size are those that the authors released; for B1 to B4 they are not the paper's rule of powers of phi.</source>
   <translation>B0 的各行，通道数为 1.4 倍，重复次数为 1.8 倍，图像为 380 像素。phi 可将八个网络互相转换，0 对应 B0，7 对应 B7。宽度、深度和图像尺寸均为作者发布的数值；B1 到 B4 的数值并不符合论文中 phi 的幂次规则。</translation>
  </message>
  <message>
   <source>The rows of B0 with 1.6 times the channels and 2.2 times the repeats, on images of 456 pixels. phi turns each of the eight into any other, from 0 for B0 to 7 for B7. Width, depth and image size are those that the authors released; for B1 to B4 they are not the paper's rule of powers of phi.</source>
   <translation>B0 的各行，通道数为 1.6 倍，重复次数为 2.2 倍，图像为 456 像素。phi 可将八个网络互相转换，0 对应 B0，7 对应 B7。宽度、深度和图像尺寸均为作者发布的数值；B1 到 B4 的数值并不符合论文中 phi 的幂次规则。</translation>
  </message>
  <message>
   <source>The rows of B0 with 1.8 times the channels and 2.6 times the repeats, on images of 528 pixels. phi turns each of the eight into any other, from 0 for B0 to 7 for B7. Width, depth and image size are those that the authors released; for B1 to B4 they are not the paper's rule of powers of phi.</source>
   <translation>B0 的各行，通道数为 1.8 倍，重复次数为 2.6 倍，图像为 528 像素。phi 可将八个网络互相转换，0 对应 B0，7 对应 B7。宽度、深度和图像尺寸均为作者发布的数值；B1 到 B4 的数值并不符合论文中 phi 的幂次规则。</translation>
  </message>
  <message>
   <source>The rows of B0 with 2.0 times the channels and 3.1 times the repeats, on images of 600 pixels. phi turns each of the eight into any other, from 0 for B0 to 7 for B7. Width, depth and image size are those that the authors released; for B1 to B4 they are not the paper's rule of powers of phi.</source>
   <translation>B0 的各行，通道数为 2.0 倍，重复次数为 3.1 倍，图像为 600 像素。phi 可将八个网络互相转换，0 对应 B0，7 对应 B7。宽度、深度和图像尺寸均为作者发布的数值；B1 到 B4 的数值并不符合论文中 phi 的幂次规则。</translation>
  </message>
  <message>
   <source>The rows of B0 with {0} times the channels and {1} times the repeats, on images of {2} pixels.</source>
   <translation>B0 的各行，通道数为 {0} 倍，重复次数为 {1} 倍，图像为 {2} 像素。</translation>
  </message>
  <message>
   <source>The same numbers in another shape; one size may be -1, which is what is left.</source>
   <translation>同样的数值换一种形状；其中一个大小可为 -1，表示剩余部分。</translation>
  </message>
  <message>
   <source>The search for repairs failed.</source>
   <translation>查找修复方案失败。</translation>
  </message>
  <message>
   <source>The settings cannot be kept in {path}: {strerror}</source>
   <translation>设置无法保存到 {path}：{strerror}</translation>
  </message>
  <message>
   <source>The smaller of the inputs.</source>
   <translation>各输入中的较小值。</translation>
  </message>
  <message>
   <source>The sum of its inputs, as at the end of a residual branch.</source>
   <translation>各输入之和，如残差分支末端。</translation>
  </message>
  <message>
   <source>The sum of the inputs: a shortcut joins its block.</source>
   <translation>各输入之和：捷径在此汇入模块。</translation>
  </message>
  <message>
   <source>The whole image as one row of numbers.</source>
   <translation>把整张图像排成一行数。</translation>
  </message>
  <message>
   <source>There is no format {format_id}{hint}: choose one of {FORMATS}.</source>
   <translation>没有格式 {format_id}{hint}：请从 {FORMATS} 中选择。</translation>
  </message>
  <message>
   <source>There is nothing to copy yet.</source>
   <translation>暂无可复制的内容。</translation>
  </message>
  <message>
   <source>This design was written by a newer version (format {version}) and can only be read.</source>
   <translation>此设计由更新的版本写成（格式 {version}），只能查看。</translation>
  </message>
  <message>
   <source>Unlike the paper's, its units have one group, biases, no batch normalisation and no activation.</source>
   <translation>与论文不同，其单元只有一组、带偏置、没有批归一化和激活。</translation>
  </message>
  <message>
   <source>UpSampling2D</source>
   <translation>UpSampling2D</translation>
  </message>
  <message>
   <source>Waiting for its turn</source>
   <translation>正在排队等待</translation>
  </message>
  <message>
   <source>Weighs each channel by what all channels hold on average.</source>
   <translation>按所有通道的平均内容给每个通道加权。</translation>
  </message>
  <message>
   <source>What is wired to the block where it is used; the name is the port's.</source>
   <translation>模块被引用时接到此端口的内容；名称即端口名称。</translation>
  </message>
  <message>
   <source>What the block gives where it is used; the name is the port's.</source>
   <translation>模块被引用时由此端口输出的内容；名称即端口名称。</translation>
  </message>
  <message>
   <source>Where strides or channels differ, a 1x1 convolution brings the input to the output's.</source>
   <translation>步幅或通道数不同时，用 1x1 卷积使输入与输出一致。</translation>
  </message>
  <message>
   <source>Where strides or channels differ, the input is brought to the output's by a depthwise and a 1x1 convolution.</source>
   <translation>步幅或通道数不同时，用深度卷积和 1x1 卷积使输入与输出一致。</translation>
  </message>
  <message>
   <source>Whole channels set to zero at random while training.</source>
   <translation>训练时随机将整个通道置零。</translation>
  </message>
  <message>
   <source>Writing the SavedModel</source>
   <translation>正在写入 SavedModel</translation>
  </message>
  <message>
   <source>Xception</source>
   <translation>Xception</translation>
  </message>
  <message>
   <source>Xception unit</source>
   <translation>Xception 单元</translation>
  </message>
  <message>
   <source>Zero below a threshold, and no more than `max_value` (6 in MobileNet).</source>
   <translation>低于阈值为零，且不超过 `max_value`（MobileNet 中为 6）。</translation>
  </message>
  <message>
   <source>ZeroPadding2D</source>
   <translation>ZeroPadding2D</translation>
  </message>
  <message>
   <source>Zeros put around the image.</source>
   <translation>在图像四周补零。</translation>
  </message>
  <message>
   <source>`keras.ops.add` of each element.</source>
   <translation>逐元素的 `keras.ops.add`。</translation>
  </message>
  <message>
   <source>`keras.ops.multiply` of each element.</source>
   <translation>逐元素的 `keras.ops.multiply`。</translation>
  </message>
  <message>
   <source>`keras.ops.relu` of each element.</source>
   <translation>逐元素的 `keras.ops.relu`。</translation>
  </message>
  <message>
   <source>`keras.ops.sigmoid` of each element.</source>
   <translation>逐元素的 `keras.ops.sigmoid`。</translation>
  </message>
  <message>
   <source>`keras.ops.{function}` of each element.</source>
   <translation>逐元素的 `keras.ops.{function}`。</translation>
  </message>
  <message>
   <source>`{name}` in the design.</source>
   <translation>设计中的 `{name}`。</translation>
  </message>
  <message>
   <source>a block cannot contain itself: {cycle}</source>
   <translation>模块不能包含自身：{cycle}</translation>
  </message>
  <message>
   <source>a block has a 'name' already; the parameter needs another one</source>
   <translation>模块已有名为“name”的内容；参数需要换一个名称</translation>
  </message>
  <message>
   <source>a block needs a title</source>
   <translation>模块需要标题</translation>
  </message>
  <message>
   <source>a block's input stands inside a block</source>
   <translation>模块输入只能放在模块内部</translation>
  </message>
  <message>
   <source>a block's note</source>
   <translation>模块的备注</translation>
  </message>
  <message>
   <source>a block's output stands inside a block: the network's output is what nothing reads</source>
   <translation>模块输出只能放在模块内部：没有被读取的结果即网络的输出</translation>
  </message>
  <message>
   <source>a block's title</source>
   <translation>模块的标题</translation>
  </message>
  <message>
   <source>a copy of '{name}' would be called '{name1}' as another node is</source>
   <translation>“{name}”的一个副本会与另一个节点同名“{name1}”</translation>
  </message>
  <message>
   <source>a depthwise kernel has the same strides in both directions, not {stride}: strides={stride1} or strides={stride2} works</source>
   <translation>深度卷积核在两个方向上的步幅须相同，而不是 {stride}：strides={stride1} 或 strides={stride2} 可行</translation>
  </message>
  <message>
   <source>a design needs a name</source>
   <translation>设计需要名称</translation>
  </message>
  <message>
   <source>a dropout of {dropout} is not from 0 to below 1: 0.2 works</source>
   <translation>dropout 为 {dropout}，应在 0 到 1 之间（不含 1）：0.2 可行</translation>
  </message>
  <message>
   <source>a frame's title</source>
   <translation>分组框的标题</translation>
  </message>
  <message>
   <source>a line is not JSON: {line}</source>
   <translation>有一行不是 JSON：{line}</translation>
  </message>
  <message>
   <source>a line is not a message: {line}</source>
   <translation>有一行不是消息：{line}</translation>
  </message>
  <message>
   <source>a line is over the limit of {LINE_LIMIT_BYTES} bytes</source>
   <translation>有一行超过 {LINE_LIMIT_BYTES} 字节的上限</translation>
  </message>
  <message>
   <source>a message of {line} bytes is over the limit of {LINE_LIMIT_BYTES}</source>
   <translation>{line} 字节的消息超过 {LINE_LIMIT_BYTES} 的上限</translation>
  </message>
  <message>
   <source>a parameter's name in {key} {fault}</source>
   <translation>{key} 中的参数名称{fault}</translation>
  </message>
  <message>
   <source>a rate of {rate} is not from 0 to below 1: 0.2 works</source>
   <translation>rate 为 {rate}，应在 0 到 1 之间（不含 1）：0.2 可行</translation>
  </message>
  <message>
   <source>a ratio of {ratio} leaves no unit for {channels} channels: 1 to {channels2} works</source>
   <translation>ratio 为 {ratio} 时，{channels} 个通道连一个单元也不剩：1 到 {channels2} 可行</translation>
  </message>
  <message>
   <source>a ratio of {ratio} makes no ghosts: 2 works</source>
   <translation>ratio 为 {ratio} 时不产生 ghost 特征：2 可行</translation>
  </message>
  <message>
   <source>a row is made of two nodes or more</source>
   <translation>一行至少由两个节点组成</translation>
  </message>
  <message>
   <source>a row of {count} {fault}</source>
   <translation>{count} 次重复的一行{fault}</translation>
  </message>
  <message>
   <source>a row that repeats has one input and one output; '{block}' has others</source>
   <translation>重复的一行只能有一个输入和一个输出；“{block}”不是这样</translation>
  </message>
  <message>
   <source>a row that repeats needs an input of one wire, and {title} joins several</source>
   <translation>重复的行需要只接一条连线的输入，而{title}会合并多条连线</translation>
  </message>
  <message>
   <source>a row that repeats needs one input and one output; {title} has {ports} and {ports2}</source>
   <translation>重复的一行需要一个输入和一个输出；{title} 有 {ports} 和 {ports2}</translation>
  </message>
  <message>
   <source>a shuffle takes images of height x width x channels, not {shape}</source>
   <translation>混洗的对象是“高 x 宽 x 通道”的图像，而不是 {shape}</translation>
  </message>
  <message>
   <source>a single number</source>
   <translation>单个数</translation>
  </message>
  <message>
   <source>a tensor</source>
   <translation>张量</translation>
  </message>
  <message>
   <source>a text in it holds half of a character (a lone surrogate)</source>
   <translation>其中一段文本含有半个字符（孤立的代理项）</translation>
  </message>
  <message>
   <source>a unit of {convolutions} convolutions is none: 2 works</source>
   <translation>{convolutions} 个卷积的单元不成立：2 可行</translation>
  </message>
  <message>
   <source>a {kh}x{kw} window does not fit into {height}x{width} pixels; use padding 'same', or at most {height4}x{width5}</source>
   <translation>{kh}x{kw} 的窗口放不进 {height}x{width} 像素；请用 padding 'same'，或至多 {height4}x{width5}</translation>
  </message>
  <message>
   <source>add an Image block</source>
   <translation>添加“图像”模块</translation>
  </message>
  <message>
   <source>add joins 2 wires or more, not {xs}</source>
   <translation>相加需要 2 条或更多连线，而不是 {xs}</translation>
  </message>
  <message>
   <source>adds one learnt number per channel, which the normalisation undoes.</source>
   <translation>每个通道加一个可学习的数，随后会被归一化抵消。</translation>
  </message>
  <message>
   <source>adds one learnt number per output channel.</source>
   <translation>每个输出通道加一个可学习的数。</translation>
  </message>
  <message>
   <source>adds one learnt number per unit.</source>
   <translation>每个单元加一个可学习的数。</translation>
  </message>
  <message>
   <source>all {nodes} nodes, {layers} layers, equal</source>
   <translation>全部 {nodes} 个节点、{layers} 层一致</translation>
  </message>
  <message>
   <source>all {variables} equal</source>
   <translation>全部 {variables} 个一致</translation>
  </message>
  <message>
   <source>alpha scales all layers but the last convolution, as in the authors' code.</source>
   <translation>alpha 缩放除最后一个卷积之外的所有层，与作者代码相同。</translation>
  </message>
  <message>
   <source>an argument is given twice</source>
   <translation>有一个参数给出了两次</translation>
  </message>
  <message>
   <source>an expansion of {expansion} leaves none of {channels} channels: 1 works</source>
   <translation>expansion 为 {expansion} 时，{channels} 个通道一个也不剩：1 可行</translation>
  </message>
  <message>
   <source>an expansion of {expansion} leaves none of {filters} filters: 1 works</source>
   <translation>expansion 为 {expansion} 时，{filters} 个 filters 一个也不剩：1 可行</translation>
  </message>
  <message>
   <source>an expression has at most {MAX_EXPRESSION_DEPTH} operators and functions inside each other, which are {MAX_EXPRESSION_DEPTH1} terms of a sum; this one has {deepest}: make a part of it a variable</source>
   <translation>表达式中的运算符和函数最多嵌套 {MAX_EXPRESSION_DEPTH} 层，即一个和的 {MAX_EXPRESSION_DEPTH1} 项；这里有 {deepest} 层：请把其中一部分设为变量</translation>
  </message>
  <message>
   <source>an expression has at most {MAX_EXPRESSION} characters; this one has {source}</source>
   <translation>表达式至多 {MAX_EXPRESSION} 个字符；这个有 {source} 个</translation>
  </message>
  <message>
   <source>an expression is empty; write a number or =32 * alpha</source>
   <translation>表达式为空；请写一个数值或 =32 * alpha</translation>
  </message>
  <message>
   <source>an image has no layers that could be shown</source>
   <translation>图像没有可显示的层</translation>
  </message>
  <message>
   <source>an input cannot be called 'self', which TensorFlow's own methods have</source>
   <translation>输入不能命名为“self”，这是 TensorFlow 自身方法的参数名</translation>
  </message>
  <message>
   <source>an object</source>
   <translation>对象</translation>
  </message>
  <message>
   <source>an object has the key {twice} twice</source>
   <translation>一个对象中键 {twice} 出现了两次</translation>
  </message>
  <message>
   <source>an output of {shape} has {values} numbers; at most {LARGEST} can be held</source>
   <translation>{shape} 的输出有 {values} 个数；至多能容纳 {LARGEST} 个</translation>
  </message>
  <message>
   <source>an se_ratio of {se_ratio} leaves no unit for {channels} channels: 0 is none, 1 is one per channel</source>
   <translation>se_ratio 为 {se_ratio} 时，{channels} 个通道连一个单元也不剩：0 表示不用，1 表示每个通道一个</translation>
  </message>
  <message>
   <source>another node is called '{name}'</source>
   <translation>另一个节点名为“{name}”</translation>
  </message>
  <message>
   <source>another program removed the hidden folder in {parent} that it was made in</source>
   <translation>另一个程序删除了 {parent} 中用于生成它的隐藏文件夹</translation>
  </message>
  <message>
   <source>article on EfficientNet node processing</source>
   <translation>EfficientNet 节点处理一文</translation>
  </message>
  <message>
   <source>article on GER-VNet</source>
   <translation>GER-VNet 一文</translation>
  </message>
  <message>
   <source>article on ShuffleNet in TensorFlow 2</source>
   <translation>ShuffleNet（TensorFlow 2）一文</translation>
  </message>
  <message>
   <source>article on the MobileNet series</source>
   <translation>MobileNet 系列一文</translation>
  </message>
  <message>
   <source>as Keras has it.</source>
   <translation>与 Keras 相同。</translation>
  </message>
  <message>
   <source>axis 0 is the batch; use -1 for the channels</source>
   <translation>第 0 轴是批；通道请用 -1</translation>
  </message>
  <message>
   <source>axis is one whole number, not {axis}</source>
   <translation>axis 是一个整数，而不是 {axis}</translation>
  </message>
  <message>
   <source>axis {value} is not among the {rank} axes of the input; use -1 for the channels</source>
   <translation>轴 {value} 不在输入的 {rank} 个轴之中；通道请用 -1</translation>
  </message>
  <message>
   <source>axis {value} names an axis twice</source>
   <translation>axis {value} 把同一个轴写了两次</translation>
  </message>
  <message>
   <source>axis {value} takes turns with other axes more often than TensorFlow's kernels can; use adjacent axes, or one</source>
   <translation>axis {value} 与其他轴交替的次数超出 TensorFlow 内核的能力；请使用相邻的轴，或只用一个轴</translation>
  </message>
  <message>
   <source>begins with an activation; not so where one has just been.</source>
   <translation>以激活开头；若前面刚有激活则不必。</translation>
  </message>
  <message>
   <source>blocks hold each other: {cycle}</source>
   <translation>模块互相包含：{cycle}</translation>
  </message>
  <message>
   <source>blocks nest {depth} deep in each other; at most {MAX_NESTING} are possible</source>
   <translation>模块相互嵌套 {depth} 层；至多 {MAX_NESTING} 层</translation>
  </message>
  <message>
   <source>both designs define a block '{clashing}', and differently; rename one of them</source>
   <translation>两个设计都定义了模块“{clashing}”，但内容不同；请重命名其中一个</translation>
  </message>
  <message>
   <source>call it {known}</source>
   <translation>改名为 {known}</translation>
  </message>
  <message>
   <source>cannot add {shapes} and {shapes1}: {shapes2} everywhere works</source>
   <translation>无法将 {shapes} 与 {shapes1} 相加：全部为 {shapes2} 即可</translation>
  </message>
  <message>
   <source>cannot cut {size} at {parts}; places rise from 1 to {size2}</source>
   <translation>无法在 {parts} 处切分 {size}；切分位置应在 1 到 {size2} 之间递增</translation>
  </message>
  <message>
   <source>cannot join {inputs} along axis {axis}; all other sizes must be equal</source>
   <translation>无法沿轴 {axis} 拼接 {inputs}；其他各轴的大小必须相等</translation>
  </message>
  <message>
   <source>cannot {verb} {inputs}: their sizes of 1 are in too many places for TensorFlow's kernels; use fewer axes</source>
   <translation>无法对 {inputs} 做 {verb}：大小为 1 的轴分布在太多位置，超出 TensorFlow 内核的能力；请减少轴数</translation>
  </message>
  <message>
   <source>cannot {verb} {inputs}; sizes must be equal, or 1</source>
   <translation>无法对 {inputs} 做 {verb}；大小必须相等，或为 1</translation>
  </message>
  <message>
   <source>channels in the middle of a block per channel that it puts out.</source>
   <translation>模块中间的通道数与其输出通道数之比。</translation>
  </message>
  <message>
   <source>channels in the middle per channel of the input; 1 expands nothing.</source>
   <translation>中间通道数与输入通道数之比；1 表示不扩张。</translation>
  </message>
  <message>
   <source>channels in the middle per channel of the input; 1 leaves out the projection.</source>
   <translation>中间通道数与输入通道数之比；1 表示省去投影。</translation>
  </message>
  <message>
   <source>channels in the middle per filter.</source>
   <translation>中间通道数与 filters 之比。</translation>
  </message>
  <message>
   <source>channels in the middle, an even number.</source>
   <translation>中间的通道数，须为偶数。</translation>
  </message>
  <message>
   <source>channels made of each channel.</source>
   <translation>由每个通道得到的通道数。</translation>
  </message>
  <message>
   <source>channels of a group in conv2; each stage doubles them.</source>
   <translation>conv2 中每组的通道数；每个阶段加倍。</translation>
  </message>
  <message>
   <source>channels of a group of the 3x3 convolution.</source>
   <translation>3x3 卷积中每组的通道数。</translation>
  </message>
  <message>
   <source>channels of a group; the stages' channels are rounded to its multiples.</source>
   <translation>每组的通道数；各阶段的通道数取它的倍数。</translation>
  </message>
  <message>
   <source>channels of each convolution, a multiple of group_width.</source>
   <translation>各卷积的通道数，须为 group_width 的倍数。</translation>
  </message>
  <message>
   <source>channels of stage 2 at scale 1.</source>
   <translation>scale 为 1 时第 2 阶段的通道数。</translation>
  </message>
  <message>
   <source>channels of stage 2.</source>
   <translation>第 2 阶段的通道数。</translation>
  </message>
  <message>
   <source>channels of the 3x3 convolution, a multiple of groups.</source>
   <translation>3x3 卷积的通道数，须为 groups 的倍数。</translation>
  </message>
  <message>
   <source>channels of the first stage; each stage doubles them.</source>
   <translation>第一阶段的通道数；每个阶段加倍。</translation>
  </message>
  <message>
   <source>channels of the input.</source>
   <translation>输入的通道数。</translation>
  </message>
  <message>
   <source>channels of the output per channel that is computed in full.</source>
   <translation>输出通道数与完整计算的通道数之比。</translation>
  </message>
  <message>
   <source>channels of the output, a multiple of 4 x groups.</source>
   <translation>输出通道数，须为 4 x groups 的倍数。</translation>
  </message>
  <message>
   <source>channels of the output, a multiple of groups.</source>
   <translation>输出通道数，须为 groups 的倍数。</translation>
  </message>
  <message>
   <source>channels of the output, a multiple of ratio.</source>
   <translation>输出通道数，须为 ratio 的倍数。</translation>
  </message>
  <message>
   <source>channels of the output, an even number.</source>
   <translation>输出通道数，须为偶数。</translation>
  </message>
  <message>
   <source>channels of the output, which no activation follows.</source>
   <translation>输出通道数，其后没有激活。</translation>
  </message>
  <message>
   <source>channels of the output.</source>
   <translation>输出通道数。</translation>
  </message>
  <message>
   <source>channels of the stem and of conv2's 3x3 convolutions; each stage doubles them.</source>
   <translation>主干和 conv2 中 3x3 卷积的通道数；每个阶段加倍。</translation>
  </message>
  <message>
   <source>channels per unit in the middle.</source>
   <translation>中间每个单元对应的通道数。</translation>
  </message>
  <message>
   <source>channels per unit of squeeze-and-excitation.</source>
   <translation>压缩激励中每个单元对应的通道数。</translation>
  </message>
  <message>
   <source>channels per unit of squeeze-and-excitation; 0 is none.</source>
   <translation>压缩激励中每个单元对应的通道数；0 表示不用。</translation>
  </message>
  <message>
   <source>choose the nodes that the block is to be made of</source>
   <translation>请选择组成模块的节点</translation>
  </message>
  <message>
   <source>choose the nodes that the frame is to hold</source>
   <translation>请选择分组框要容纳的节点</translation>
  </message>
  <message>
   <source>concatenate joins 2 wires or more, not {xs}</source>
   <translation>拼接需要 2 条或更多连线，而不是 {xs}</translation>
  </message>
  <message>
   <source>copy {copy} of {settings}: </source>
   <translation>第 {copy} 个副本（共 {settings} 个）：</translation>
  </message>
  <message>
   <source>create the variable {named} with {value}</source>
   <translation>创建变量 {named}，值为 {value}</translation>
  </message>
  <message>
   <source>create the variables {named} with {value}</source>
   <translation>创建变量 {named}，值为 {value}</translation>
  </message>
  <message>
   <source>crop {sources} to {size}</source>
   <translation>将 {sources} 裁剪为 {size}</translation>
  </message>
  <message>
   <source>cutting {bottom} rows and {right} columns leaves nothing of {height}x{width} pixels; cut at most {height4} and {width5}</source>
   <translation>裁去 {bottom} 行和 {right} 列后，{height}x{width} 像素将一无所剩；至多裁去 {height4} 和 {width5}</translation>
  </message>
  <message>
   <source>dims names every axis from 1 once, such as (1, 2, 4, 3), not {dims}</source>
   <translation>dims 须把从 1 开始的每个轴各写一次，例如 (1, 2, 4, 3)，而不是 {dims}</translation>
  </message>
  <message>
   <source>dims {dims} order {dims1} axes, but {x} has {x3}</source>
   <translation>dims {dims} 排列 {dims1} 个轴，而 {x} 有 {x3} 个</translation>
  </message>
  <message>
   <source>distance between the depthwise kernel's points.</source>
   <translation>深度卷积核各点之间的间距。</translation>
  </message>
  <message>
   <source>distance between the kernel's points.</source>
   <translation>卷积核各点之间的间距。</translation>
  </message>
  <message>
   <source>do not repeat it</source>
   <translation>不重复</translation>
  </message>
  <message>
   <source>dtype is one of {DTYPES}, not {dtype}</source>
   <translation>dtype 应为 {DTYPES} 之一，而不是 {dtype}</translation>
  </message>
  <message>
   <source>end pads at the bottom and right before strides, as Keras's MobileNet.</source>
   <translation>end 在步幅之前于下方和右侧填充，与 Keras 的 MobileNet 相同。</translation>
  </message>
  <message>
   <source>ended with code {code}</source>
   <translation>以代码 {code} 结束</translation>
  </message>
  <message>
   <source>epsilon {epsilon} is 0 in float32, and where all inputs are equal 0 would be divided by 0; 0.001 works</source>
   <translation>epsilon {epsilon} 在 float32 中为 0，输入全部相等时会出现 0 除以 0；0.001 可行</translation>
  </message>
  <message>
   <source>factors for the height and the width.</source>
   <translation>高和宽的倍数。</translation>
  </message>
  <message>
   <source>file and no template</source>
   <translation>文件，也不是模板</translation>
  </message>
  <message>
   <source>forward pass</source>
   <translation>前向传播</translation>
  </message>
  <message>
   <source>go back to all defaults</source>
   <translation>全部恢复默认值</translation>
  </message>
  <message>
   <source>go back to the default, {default}</source>
   <translation>恢复默认值 {default}</translation>
  </message>
  <message>
   <source>groups in the first 1x1 too; not so in a network's first unit.</source>
   <translation>第一个 1x1 也分组；网络的第一个单元除外。</translation>
  </message>
  <message>
   <source>groups of both 1x1 convolutions.</source>
   <translation>两个 1x1 卷积的组数。</translation>
  </message>
  <message>
   <source>groups of channels that do not see each other.</source>
   <translation>互不相见的通道组数。</translation>
  </message>
  <message>
   <source>groups of the 1x1 convolutions; the channels are the paper's for these.</source>
   <translation>1x1 卷积的组数；取这些值时通道数与论文一致。</translation>
  </message>
  <message>
   <source>groups of the 3x3 convolution; 32 in ResNeXt.</source>
   <translation>3x3 卷积的组数；ResNeXt 中为 32。</translation>
  </message>
  <message>
   <source>groups of the 3x3 convolutions.</source>
   <translation>各 3x3 卷积的组数。</translation>
  </message>
  <message>
   <source>groups of the convolution before; must divide the channels.</source>
   <translation>前一个卷积的组数；须能整除通道数。</translation>
  </message>
  <message>
   <source>groups of the second, fourth and fifth convolution.</source>
   <translation>第二、四、五个卷积的组数。</translation>
  </message>
  <message>
   <source>groups that the channel shuffle mixes.</source>
   <translation>通道混洗所打乱的组数。</translation>
  </message>
  <message>
   <source>half of the input goes past, so its {channels} channels must be the {filters} filters: filters={channels2} or strides=2 works</source>
   <translation>一半输入直接通过，因此其 {channels} 个通道须等于 {filters} 个 filters：filters={channels2} 或 strides=2 可行</translation>
  </message>
  <message>
   <source>halves height and width once more, with a 3x3 max pooling.</source>
   <translation>再用 3x3 最大池化把高和宽减半。</translation>
  </message>
  <message>
   <source>has made no progress for {stall_s} seconds</source>
   <translation>已有 {stall_s} 秒没有进展</translation>
  </message>
  <message>
   <source>has not answered for {silent_s} seconds</source>
   <translation>已有 {silent_s} 秒没有响应</translation>
  </message>
  <message>
   <source>has {text} characters; at most {most} are possible</source>
   <translation>有 {text} 个字符；至多 {most} 个</translation>
  </message>
  <message>
   <source>has {value} positions; at most {MAX_DOTS} are possible</source>
   <translation>有 {value} 个位置；至多 {MAX_DOTS} 个</translation>
  </message>
  <message>
   <source>height and width of the convolution's kernel.</source>
   <translation>卷积核的高和宽。</translation>
  </message>
  <message>
   <source>height and width of the depthwise kernel.</source>
   <translation>深度卷积核的高和宽。</translation>
  </message>
  <message>
   <source>height and width of the depthwise kernels.</source>
   <translation>各深度卷积核的高和宽。</translation>
  </message>
  <message>
   <source>height and width of the first kernel.</source>
   <translation>第一个卷积核的高和宽。</translation>
  </message>
  <message>
   <source>height and width of the images, in pixels.</source>
   <translation>图像的高和宽，单位像素。</translation>
  </message>
  <message>
   <source>height and width of the images, in pixels; at its default it follows phi.</source>
   <translation>图像的高和宽，单位像素；保持默认时随 phi 变化。</translation>
  </message>
  <message>
   <source>height and width of the kernel.</source>
   <translation>卷积核的高和宽。</translation>
  </message>
  <message>
   <source>height and width of the kernel; 1 mixes channels only.</source>
   <translation>卷积核的高和宽；1 表示只混合通道。</translation>
  </message>
  <message>
   <source>height and width of the window.</source>
   <translation>窗口的高和宽。</translation>
  </message>
  <message>
   <source>how many classes the network tells apart.</source>
   <translation>网络所区分的类别数。</translation>
  </message>
  <message>
   <source>how many classes there are.</source>
   <translation>类别数。</translation>
  </message>
  <message>
   <source>how many parts; must divide the channels of input and output.</source>
   <translation>切分的份数；须能整除输入和输出的通道数。</translation>
  </message>
  <message>
   <source>how many separable convolutions.</source>
   <translation>可分离卷积的个数。</translation>
  </message>
  <message>
   <source>how pixels between pixels come about.</source>
   <translation>像素之间的值如何得到。</translation>
  </message>
  <message>
   <source>how slowly the averages of renormalisation follow.</source>
   <translation>重归一化平均值的更新快慢。</translation>
  </message>
  <message>
   <source>how slowly the moving averages follow.</source>
   <translation>滑动平均的更新快慢。</translation>
  </message>
  <message>
   <source>images are (height, width, channels) here; use data_format 'channels_last', not {value}</source>
   <translation>此处图像为 (高, 宽, 通道)；请用 data_format 'channels_last'，而不是 {value}</translation>
  </message>
  <message>
   <source>in '{block}': {title}</source>
   <translation>在“{block}”中：{title}</translation>
  </message>
  <message>
   <source>in '{name}': </source>
   <translation>在“{name}”中：</translation>
  </message>
  <message>
   <source>in '{name}': there is no block '{block}'</source>
   <translation>在“{name}”中：没有模块“{block}”</translation>
  </message>
  <message>
   <source>in '{name}': {error}</source>
   <translation>在“{name}”中：{error}</translation>
  </message>
  <message>
   <source>in '{name}': {message}</source>
   <translation>在“{name}”中：{message}</translation>
  </message>
  <message>
   <source>in '{node}' of '{block}': {title}</source>
   <translation>在“{block}”的“{node}”中：{title}</translation>
  </message>
  <message>
   <source>in float32</source>
   <translation>按 float32 计</translation>
  </message>
  <message>
   <source>in total</source>
   <translation>合计</translation>
  </message>
  <message>
   <source>input '{name}'</source>
   <translation>输入“{name}”</translation>
  </message>
  <message>
   <source>input '{name}' of '{name1}' takes one wire and has one from '{present}'</source>
   <translation>“{name1}”的输入“{name}”只接一条连线，而已有来自“{present}”的连线</translation>
  </message>
  <message>
   <source>input channels</source>
   <translation>个输入通道</translation>
  </message>
  <message>
   <source>insert a 1x1 projection to {channels} channels{step}</source>
   <translation>插入 1x1 投影，变为 {channels} 个通道{step}</translation>
  </message>
  <message>
   <source>is a word of Python's own; '{name}_' would do</source>
   <translation>是 Python 的保留字；可改用“{name}_”</translation>
  </message>
  <message>
   <source>is beyond 64 bits</source>
   <translation>超出 64 位</translation>
  </message>
  <message>
   <source>is neither a number, true, false nor text</source>
   <translation>既不是数值，也不是 true、false 或文本</translation>
  </message>
  <message>
   <source>is neither a whole number nor an expression such as '=2 * depth'</source>
   <translation>既不是整数，也不是“=2 * depth”这样的表达式</translation>
  </message>
  <message>
   <source>is no colour such as '#4a90d9'</source>
   <translation>不是“#4a90d9”这样的颜色</translation>
  </message>
  <message>
   <source>is no name: a letter, then letters, digits and underscores, such as 'row_2'</source>
   <translation>不是有效名称：以字母开头，后接字母、数字和下划线，例如“row_2”</translation>
  </message>
  <message>
   <source>is not a number</source>
   <translation>不是数值</translation>
  </message>
  <message>
   <source>is not text</source>
   <translation>不是文本</translation>
  </message>
  <message>
   <source>is outside 1 to {MAX_REPEAT}</source>
   <translation>超出 1 到 {MAX_REPEAT} 的范围</translation>
  </message>
  <message>
   <source>is text</source>
   <translation>是文本</translation>
  </message>
  <message>
   <source>is {value}, not a finite number</source>
   <translation>为 {value}，不是有限的数</translation>
  </message>
  <message>
   <source>it has more than {MAX_LAYERS} layers</source>
   <translation>它超过 {MAX_LAYERS} 层</translation>
  </message>
  <message>
   <source>it has no output: add a port inside</source>
   <translation>它没有输出：请在内部添加一个端口</translation>
  </message>
  <message>
   <source>it holds a number that is too large</source>
   <translation>其中有过大的数</translation>
  </message>
  <message>
   <source>it holds a number with thousands of digits</source>
   <translation>其中有数千位的数</translation>
  </message>
  <message>
   <source>it holds the network's input '{name}', which belongs outside: ungroup it and group the rest</source>
   <translation>它包含网络的输入“{name}”，而输入应在外部：请取消组合，再组合其余部分</translation>
  </message>
  <message>
   <source>it holds {name}, which is not JSON</source>
   <translation>其中有 {name}，这不是 JSON</translation>
  </message>
  <message>
   <source>it is empty</source>
   <translation>文件为空</translation>
  </message>
  <message>
   <source>it is larger than {MAX_BYTES} MB, no design is</source>
   <translation>文件大于 {MAX_BYTES} MB，不可能是设计</translation>
  </message>
  <message>
   <source>it is not UTF-8 text (byte {start})</source>
   <translation>不是 UTF-8 文本（第 {start} 字节）</translation>
  </message>
  <message>
   <source>it nests more than {MAX_DEPTH} deep</source>
   <translation>嵌套超过 {MAX_DEPTH} 层</translation>
  </message>
  <message>
   <source>it rests on '{used}', which has no value</source>
   <translation>它依赖“{used}”，而后者没有值</translation>
  </message>
  <message>
   <source>it rests on itself: {cycle}</source>
   <translation>它依赖于自身：{cycle}</translation>
  </message>
  <message>
   <source>it rests on variables that rest on themselves</source>
   <translation>它依赖的变量又依赖自身</translation>
  </message>
  <message>
   <source>its definitions do not hold the block '{block}'</source>
   <translation>其定义中没有模块“{block}”</translation>
  </message>
  <message>
   <source>its input '{name}' leads to none of its outputs: wire it inside, or remove it there</source>
   <translation>它的输入“{name}”没有通向任何输出：请在内部连线，或在那里移除它</translation>
  </message>
  <message>
   <source>its lists and objects have more than {MAX_ENTRIES} entries, no design has</source>
   <translation>其中的列表和对象共有超过 {MAX_ENTRIES} 个条目，设计不会有这么多</translation>
  </message>
  <message>
   <source>its value {fault}</source>
   <translation>它的值{fault}</translation>
  </message>
  <message>
   <source>its wires run in a circle</source>
   <translation>它的连线形成了环</translation>
  </message>
  <message>
   <source>keep the wire from '{name}'</source>
   <translation>保留来自“{name}”的连线</translation>
  </message>
  <message>
   <source>keeps height and width, as 1x1.</source>
   <translation>保持高和宽不变，即 1x1。</translation>
  </message>
  <message>
   <source>kernel and step of the downsampling; 1 is none.</source>
   <translation>下采样的卷积核和步幅；1 表示没有。</translation>
  </message>
  <message>
   <source>larger input</source>
   <translation>增大输入</translation>
  </message>
  <message>
   <source>line {lineno}, column {colno}</source>
   <translation>第 {lineno} 行第 {colno} 列</translation>
  </message>
  <message>
   <source>loaded again, initial weights</source>
   <translation>重新加载，初始权重</translation>
  </message>
  <message>
   <source>loaded again, random weights</source>
   <translation>重新加载，随机权重</translation>
  </message>
  <message>
   <source>low-rank adapters and quantisation belong to a trained model; leave them None</source>
   <translation>低秩适配器和量化用于已训练的模型；请保持 None</translation>
  </message>
  <message>
   <source>max relative difference {worst} over {values} values</source>
   <translation>{values} 个值的最大相对误差为 {worst}</translation>
  </message>
  <message>
   <source>mean and variance come together; give both or neither</source>
   <translation>均值和方差须同时给出；请都给或都不给</translation>
  </message>
  <message>
   <source>mean {mean} and variance {variance} differ in length</source>
   <translation>均值 {mean} 与方差 {variance} 长度不同</translation>
  </message>
  <message>
   <source>mean {mean} does not fit {x}</source>
   <translation>均值 {mean} 与 {x} 不匹配</translation>
  </message>
  <message>
   <source>multiplies each channel by a learnt number, at first a millionth.</source>
   <translation>每个通道乘以一个可学习的数，初始为百万分之一。</translation>
  </message>
  <message>
   <source>multiplies the channels of every layer of B0; at its default it follows phi.</source>
   <translation>B0 每一层通道数的倍数；保持默认时随 phi 变化。</translation>
  </message>
  <message>
   <source>multiplies the channels of every layer.</source>
   <translation>每一层通道数的倍数。</translation>
  </message>
  <message>
   <source>multiplies the channels of every stage; the stem follows in steps, as in the authors' code.</source>
   <translation>每个阶段通道数的倍数；主干的通道数按档位随之变化，与作者代码相同。</translation>
  </message>
  <message>
   <source>multiplies the channels, about; they are the paper's for these.</source>
   <translation>通道数的近似倍数；取这些值时与论文一致。</translation>
  </message>
  <message>
   <source>multiplies the repeats of every row of B0; at its default it follows phi.</source>
   <translation>B0 每一行重复次数的倍数；保持默认时随 phi 变化。</translation>
  </message>
  <message>
   <source>no operation of {name} gives {missing} in Keras</source>
   <translation>在 Keras 中，{name} 没有任何运算给出 {missing}</translation>
  </message>
  <message>
   <source>node shapes</source>
   <translation>节点形状</translation>
  </message>
  <message>
   <source>noise_shape is sizes from 1 or None, such as (None, 1, 1, 8), not {sizes}</source>
   <translation>noise_shape 是不小于 1 的大小或 None，例如 (None, 1, 1, 8)，而不是 {sizes}</translation>
  </message>
  <message>
   <source>normalises between convolution and activation.</source>
   <translation>在卷积和激活之间归一化。</translation>
  </message>
  <message>
   <source>note: {note}</source>
   <translation>备注：{note}</translation>
  </message>
  <message>
   <source>nothing is wired to the {named}</source>
   <translation>{named}没有连线</translation>
  </message>
  <message>
   <source>nothing is wired to this input's output</source>
   <translation>该输入的输出没有连线</translation>
  </message>
  <message>
   <source>numbers in the output.</source>
   <translation>输出的数值个数。</translation>
  </message>
  <message>
   <source>numbers per pixel: 3 for colour, 1 for grey.</source>
   <translation>每个像素的数值个数：彩色为 3，灰度为 1。</translation>
  </message>
  <message>
   <source>numbers that come out.</source>
   <translation>输出的数值个数。</translation>
  </message>
  <message>
   <source>of activations, one image in float32</source>
   <translation>的激活，一张图像，float32</translation>
  </message>
  <message>
   <source>of the nodes that can be counted</source>
   <translation>可计入的节点合计</translation>
  </message>
  <message>
   <source>one of {choices}</source>
   <translation>以下之一：{choices}</translation>
  </message>
  <message>
   <source>only one size of {target} can be -1</source>
   <translation>{target} 中只能有一个大小为 -1</translation>
  </message>
  <message>
   <source>ops.add</source>
   <translation>ops.add</translation>
  </message>
  <message>
   <source>ops.concatenate</source>
   <translation>ops.concatenate</translation>
  </message>
  <message>
   <source>ops.multiply</source>
   <translation>ops.multiply</translation>
  </message>
  <message>
   <source>ops.relu</source>
   <translation>ops.relu</translation>
  </message>
  <message>
   <source>ops.sigmoid</source>
   <translation>ops.sigmoid</translation>
  </message>
  <message>
   <source>ops.split</source>
   <translation>ops.split</translation>
  </message>
  <message>
   <source>ops.{name} gives {result} parts here, and a block of it two: 2 makes halves; for more parts, split a part again</source>
   <translation>ops.{name} 在此给出 {result} 份，而它的模块只给两份：2 表示对半；要更多份，请再次切分</translation>
  </message>
  <message>
   <source>output channels per input channel.</source>
   <translation>输出通道数与输入通道数之比。</translation>
  </message>
  <message>
   <source>pad {sources} to {size}</source>
   <translation>将 {sources} 填充为 {size}</translation>
  </message>
  <message>
   <source>padding is 'valid' or 'same', not {value}</source>
   <translation>padding 应为 'valid' 或 'same'，而不是 {value}</translation>
  </message>
  <message>
   <source>peak memory</source>
   <translation>峰值内存</translation>
  </message>
  <message>
   <source>pixels cannot be divided by {divisor}: 255 works</source>
   <translation>像素不能除以 {divisor}：255 可行</translation>
  </message>
  <message>
   <source>pixels cut off: 1 is on all sides; or (top, bottom), (left, right).</source>
   <translation>裁去的像素：1 表示四边；也可写 (上, 下), (左, 右)。</translation>
  </message>
  <message>
   <source>pixels from left to right.</source>
   <translation>从左到右的像素数。</translation>
  </message>
  <message>
   <source>pixels from top to bottom.</source>
   <translation>从上到下的像素数。</translation>
  </message>
  <message>
   <source>pixels of a window; two numbers are height and width.</source>
   <translation>窗口的像素数；两个数分别为高和宽。</translation>
  </message>
  <message>
   <source>pixels that one output sees; two numbers are height and width.</source>
   <translation>一个输出所见的像素数；两个数分别为高和宽。</translation>
  </message>
  <message>
   <source>pixels, stride {stride}</source>
   <translation>像素，步幅 {stride}</translation>
  </message>
  <message>
   <source>projection brings the input to the same channels by a 1x1 convolution.</source>
   <translation>projection 用 1x1 卷积使输入的通道数一致。</translation>
  </message>
  <message>
   <source>receptive field</source>
   <translation>感受野</translation>
  </message>
  <message>
   <source>relu</source>
   <translation>relu</translation>
  </message>
  <message>
   <source>remove it</source>
   <translation>移除它</translation>
  </message>
  <message>
   <source>remove the wire from '{names}' to '{names1}'</source>
   <translation>删除从“{names}”到“{names1}”的连线</translation>
  </message>
  <message>
   <source>remove the wire from '{name}'</source>
   <translation>移除来自“{name}”的连线</translation>
  </message>
  <message>
   <source>remove {name}</source>
   <translation>移除 {name}</translation>
  </message>
  <message>
   <source>rename '{name}' in '{title}' to '{free}'</source>
   <translation>将“{title}”中的“{name}”重命名为“{free}”</translation>
  </message>
  <message>
   <source>rename it to '{free}'</source>
   <translation>重命名为“{free}”</translation>
  </message>
  <message>
   <source>renorm_clipping is limits such as {'rmin': 0.3, 'rmax': 3, 'dmax': 5}, not {renorm_clipping}</source>
   <translation>renorm_clipping 是 {'rmin': 0.3, 'rmax': 3, 'dmax': 5} 这样的界限，而不是 {renorm_clipping}</translation>
  </message>
  <message>
   <source>repeat comes to the text '{repeat}'</source>
   <translation>repeat 的结果是文本“{repeat}”</translation>
  </message>
  <message>
   <source>repeat: {fault}</source>
   <translation>repeat：{fault}</translation>
  </message>
  <message>
   <source>round it: {rounded}</source>
   <translation>取整：{rounded}</translation>
  </message>
  <message>
   <source>round to {ndigits} digits: at most 20 either way</source>
   <translation>四舍五入到 {ndigits} 位：至多 20 位</translation>
  </message>
  <message>
   <source>ruff, which lays the code out, is not installed: 'pip install ruff' installs it</source>
   <translation>尚未安装用于排版代码的 ruff：请用“pip install ruff”安装</translation>
  </message>
  <message>
   <source>same keeps the size (at strides 1), valid loses the border.</source>
   <translation>same 保持大小（步幅为 1 时），valid 会失去边缘。</translation>
  </message>
  <message>
   <source>seed is a whole number, not {seed}</source>
   <translation>seed 应为整数，而不是 {seed}</translation>
  </message>
  <message>
   <source>serving signature</source>
   <translation>部署签名</translation>
  </message>
  <message>
   <source>set '{name}' to {new}x{new2}</source>
   <translation>将“{name}”设为 {new}x{new2}</translation>
  </message>
  <message>
   <source>set {name} to {close}</source>
   <translation>将 {name} 设为 {close}</translation>
  </message>
  <message>
   <source>set {name} to {number}</source>
   <translation>将 {name} 设为 {number}</translation>
  </message>
  <message>
   <source>set {name} to {value}</source>
   <translation>将 {name} 设为 {value}</translation>
  </message>
  <message>
   <source>shapes {shapes} ≠ {shapes1}</source>
   <translation>形状 {shapes} ≠ {shapes1}</translation>
  </message>
  <message>
   <source>share dropped before the classifier; the article recommends 0.2 to 0.5.</source>
   <translation>分类器之前丢弃的比例；文章建议 0.2 到 0.5。</translation>
  </message>
  <message>
   <source>share of images that skip the block in training.</source>
   <translation>训练时跳过该模块的图像比例。</translation>
  </message>
  <message>
   <source>share of the averages that are dropped in training.</source>
   <translation>训练时丢弃的平均值比例。</translation>
  </message>
  <message>
   <source>share of the block's output that is dropped in training.</source>
   <translation>训练时丢弃的模块输出比例。</translation>
  </message>
  <message>
   <source>share of the features that training drops before the classifier.</source>
   <translation>训练时在分类器之前丢弃的特征比例。</translation>
  </message>
  <message>
   <source>share that is dropped in training.</source>
   <translation>训练时丢弃的比例。</translation>
  </message>
  <message>
   <source>should be a list</source>
   <translation>应为列表</translation>
  </message>
  <message>
   <source>should be a list of positions, such as [[420, 80], [420, 160]]</source>
   <translation>应为位置列表，例如 [[420, 80], [420, 160]]</translation>
  </message>
  <message>
   <source>should be a short word, without ':', such as 'n1'</source>
   <translation>应为不含“:”的短词，例如“n1”</translation>
  </message>
  <message>
   <source>should be a width and a height, above 0 and at most {FARTHEST}, such as [320, 160]</source>
   <translation>应为宽和高，大于 0 且不超过 {FARTHEST}，例如 [320, 160]</translation>
  </message>
  <message>
   <source>should be an object</source>
   <translation>应为对象</translation>
  </message>
  <message>
   <source>should be text</source>
   <translation>应为文本</translation>
  </message>
  <message>
   <source>should be true or false</source>
   <translation>应为 true 或 false</translation>
  </message>
  <message>
   <source>should be two numbers of at most {FARTHEST}, such as [420, 80]</source>
   <translation>应为两个不超过 {FARTHEST} 的数，例如 [420, 80]</translation>
  </message>
  <message>
   <source>slope below the threshold.</source>
   <translation>阈值以下的斜率。</translation>
  </message>
  <message>
   <source>smaller input</source>
   <translation>减小输入</translation>
  </message>
  <message>
   <source>softmax for one class per image, sigmoid for several.</source>
   <translation>每张图像一个类别用 softmax，多个类别用 sigmoid。</translation>
  </message>
  <message>
   <source>softmax over 1 class is always 1: sigmoid or 2 classes works</source>
   <translation>只有 1 个类别时 softmax 恒为 1：sigmoid 或 2 个类别可行</translation>
  </message>
  <message>
   <source>softmax over 1 unit is always 1: sigmoid or 2 units works</source>
   <translation>只有 1 个单元时 softmax 恒为 1：sigmoid 或 2 个单元可行</translation>
  </message>
  <message>
   <source>something else</source>
   <translation>其他内容</translation>
  </message>
  <message>
   <source>step of the 3x3 convolution; a stage begins with 2.</source>
   <translation>3x3 卷积的步幅；阶段以 2 开始。</translation>
  </message>
  <message>
   <source>step of the depthwise kernel; a stage begins with 2.</source>
   <translation>深度卷积的步幅；阶段以 2 开始。</translation>
  </message>
  <message>
   <source>step of the depthwise kernel; above 1 the input is concatenated.</source>
   <translation>深度卷积的步幅；大于 1 时输入改为拼接。</translation>
  </message>
  <message>
   <source>step of the depthwise kernel; divides height and width.</source>
   <translation>深度卷积的步幅；高和宽除以它。</translation>
  </message>
  <message>
   <source>step of the depthwise kernel; the input is added at 1 only.</source>
   <translation>深度卷积的步幅；仅为 1 时加上输入。</translation>
  </message>
  <message>
   <source>step of the depthwise kernels; a stage begins with 2.</source>
   <translation>各深度卷积的步幅；阶段以 2 开始。</translation>
  </message>
  <message>
   <source>step of the depthwise kernels; at 1 there is none in the middle.</source>
   <translation>各深度卷积的步幅；为 1 时中间没有深度卷积。</translation>
  </message>
  <message>
   <source>step of the first kernel; divides height and width.</source>
   <translation>第一个卷积核的步幅；高和宽除以它。</translation>
  </message>
  <message>
   <source>step of the kernel, by which height and width are divided.</source>
   <translation>卷积核的步幅，高和宽除以它。</translation>
  </message>
  <message>
   <source>step of the pooling and of the input's convolution; 1 has no pooling.</source>
   <translation>池化与输入卷积的步幅；1 表示没有池化。</translation>
  </message>
  <message>
   <source>step of the window, by which height and width are divided.</source>
   <translation>窗口的步幅，高和宽除以它。</translation>
  </message>
  <message>
   <source>step of the window; two numbers are height and width.</source>
   <translation>窗口的步幅；两个数分别为高和宽。</translation>
  </message>
  <message>
   <source>step that divides height and width; a stage begins with 2.</source>
   <translation>高和宽除以的步幅；阶段以 2 开始。</translation>
  </message>
  <message>
   <source>steps between the kernel's pixels; two numbers are height and width.</source>
   <translation>卷积核像素之间的间距；两个数分别为高和宽。</translation>
  </message>
  <message>
   <source>strides {stride} and dilation {dilation} do not go together; keep one of them at 1</source>
   <translation>步幅 {stride} 与膨胀 {dilation} 不能同时使用；请让其中一个为 1</translation>
  </message>
  <message>
   <source>takes a list of tensors, such as [a, b]</source>
   <translation>接收张量列表，例如 [a, b]</translation>
  </message>
  <message>
   <source>takes at least a list of channels, not {x}</source>
   <translation>至少接收通道的列表，而不是 {x}</translation>
  </message>
  <message>
   <source>takes exactly 2 inputs, not {inputs}</source>
   <translation>恰好接收 2 个输入，而不是 {inputs}</translation>
  </message>
  <message>
   <source>takes images (height, width, channels), not {shape}</source>
   <translation>接收图像 (高, 宽, 通道)，而不是 {shape}</translation>
  </message>
  <message>
   <source>takes one tensor, not a list of {tensors}</source>
   <translation>接收一个张量，而不是 {tensors} 个的列表</translation>
  </message>
  <message>
   <source>takes tensors with equally many axes</source>
   <translation>接收轴数相同的张量</translation>
  </message>
  <message>
   <source>target_shape has {target} sizes; TensorFlow's kernels take at most {MOST_AXES}</source>
   <translation>target_shape 有 {target} 个大小；TensorFlow 内核至多支持 {MOST_AXES} 个</translation>
  </message>
  <message>
   <source>target_shape is a tuple of whole numbers, such as (7, 7, 8), not {target}</source>
   <translation>target_shape 是整数的元组，例如 (7, 7, 8)，而不是 {target}</translation>
  </message>
  <message>
   <source>the analysis has no layer {layers}</source>
   <translation>分析中没有层 {layers}</translation>
  </message>
  <message>
   <source>the axes in their new order, from 1, such as 1, 2, 4, 3.</source>
   <translation>新的轴顺序，从 1 开始，例如 1, 2, 4, 3。</translation>
  </message>
  <message>
   <source>the axis; -1 is the channels.</source>
   <translation>轴；-1 表示通道。</translation>
  </message>
  <message>
   <source>the block's name '{id}' {fault}</source>
   <translation>模块名称“{id}”{fault}</translation>
  </message>
  <message>
   <source>the colour of a {what}</source>
   <translation>{what}的颜色</translation>
  </message>
  <message>
   <source>the convolution that goes from the input's channels to filters.</source>
   <translation>把输入通道数变为 filters 的卷积。</translation>
  </message>
  <message>
   <source>the convolution that takes the step: ResNet's first, ResNeXt's 3x3.</source>
   <translation>承担步幅的卷积：ResNet 为第一个，ResNeXt 为 3x3。</translation>
  </message>
  <message>
   <source>the design</source>
   <translation>设计</translation>
  </message>
  <message>
   <source>the design has more than {MAX_LAYERS} layers up to here; it may have {MAX_LAYERS1}</source>
   <translation>到此为止设计已超过 {MAX_LAYERS} 层；至多 {MAX_LAYERS1} 层</translation>
  </message>
  <message>
   <source>the design has no input: add an Image block</source>
   <translation>设计没有输入：请添加“图像”模块</translation>
  </message>
  <message>
   <source>the design has {count} blocks of its own; at most {most} are possible</source>
   <translation>设计有 {count} 个自有模块；至多 {most} 个</translation>
  </message>
  <message>
   <source>the design has {count} frames; at most {most} are possible</source>
   <translation>设计有 {count} 个分组框；至多 {most} 个</translation>
  </message>
  <message>
   <source>the design has {count} nodes; at most {most} are possible</source>
   <translation>设计有 {count} 个节点；至多 {most} 个</translation>
  </message>
  <message>
   <source>the design has {count} notes; at most {most} are possible</source>
   <translation>设计有 {count} 张便签；至多 {most} 张</translation>
  </message>
  <message>
   <source>the design has {count} wires; at most {most} are possible</source>
   <translation>设计有 {count} 条连线；至多 {most} 条</translation>
  </message>
  <message>
   <source>the design is {pieces} networks without a wire between them: those of {names}</source>
   <translation>设计由 {pieces} 个互不相连的网络组成：它们的节点是 {names}</translation>
  </message>
  <message>
   <source>the design is {value}, not an object</source>
   <translation>设计是 {value}，不是对象</translation>
  </message>
  <message>
   <source>the design's name</source>
   <translation>设计的名称</translation>
  </message>
  <message>
   <source>the expressions of the design have {count} characters; at most {MAX_EXPRESSIONS} are possible</source>
   <translation>设计的全部表达式共有 {count} 个字符；至多 {MAX_EXPRESSIONS} 个</translation>
  </message>
  <message>
   <source>the file may not be written</source>
   <translation>不允许写入该文件</translation>
  </message>
  <message>
   <source>the folder {parent} is no longer there</source>
   <translation>文件夹 {parent} 已不存在</translation>
  </message>
  <message>
   <source>the function, by its name.</source>
   <translation>函数，按名称指定。</translation>
  </message>
  <message>
   <source>the input is added, so its {channels} channels must be the {filters} filters: filters={channels2} or strides=2 works</source>
   <translation>要加上输入，因此其 {channels} 个通道须等于 {filters} 个 filters：filters={channels2} 或 strides=2 可行</translation>
  </message>
  <message>
   <source>the input is added, so its {shape} channels must be the {filters} filters: filters={shape2} or strides=2 works</source>
   <translation>要加上输入，因此其 {shape} 个通道须等于 {filters} 个 filters：filters={shape2} 或 strides=2 可行</translation>
  </message>
  <message>
   <source>the input's {channels} channels are among the {filters} filters, which leaves none to compute: filters={channels2} works</source>
   <translation>输入的 {channels} 个通道包含在 {filters} 个 filters 之中，没有剩下可计算的：filters={channels2} 可行</translation>
  </message>
  <message>
   <source>the input's {channels} channels are among the {filters} filters, which leaves {computed} to compute: filters={channels3} works</source>
   <translation>输入的 {channels} 个通道包含在 {filters} 个 filters 之中，只剩 {computed} 个可计算：filters={channels3} 可行</translation>
  </message>
  <message>
   <source>the input's {channels} channels cannot be added to {filters} filters: filters={channels2} or shortcut='projection' works</source>
   <translation>输入的 {channels} 个通道无法与 {filters} 个 filters 相加：filters={channels2} 或 shortcut='projection' 可行</translation>
  </message>
  <message>
   <source>the job is not done after {timeout} s</source>
   <translation>任务在 {timeout} 秒后仍未完成</translation>
  </message>
  <message>
   <source>the largest value that goes through, or none.</source>
   <translation>允许通过的最大值，或 none。</translation>
  </message>
  <message>
   <source>the library</source>
   <translation>模块库</translation>
  </message>
  <message>
   <source>the network gives {built} in Keras, {analysed} in the analysis</source>
   <translation>网络在 Keras 中给出 {built}，在分析中给出 {analysed}</translation>
  </message>
  <message>
   <source>the new shape, such as 56, 56, 24; one size may be -1, what is left.</source>
   <translation>新的形状，例如 56, 56, 24；其中一个大小可为 -1，表示剩余部分。</translation>
  </message>
  <message>
   <source>the nodes use the variable '{variable}'; expose under another name</source>
   <translation>这些节点使用了变量“{variable}”；请换一个名称公开</translation>
  </message>
  <message>
   <source>the note of '{name}'</source>
   <translation>“{name}”的备注</translation>
  </message>
  <message>
   <source>the place of a {what}</source>
   <translation>{what}的位置</translation>
  </message>
  <message>
   <source>the repeat count of '{name}'</source>
   <translation>“{name}”的重复次数</translation>
  </message>
  <message>
   <source>the repeat count of '{name}' {fault}</source>
   <translation>“{name}”的重复次数{fault}</translation>
  </message>
  <message>
   <source>the repeat count {fault}</source>
   <translation>重复次数{fault}</translation>
  </message>
  <message>
   <source>the repeat count {repeat} {fault}</source>
   <translation>重复次数 {repeat} {fault}</translation>
  </message>
  <message>
   <source>the row '{name}' has a copy called '{name1}'</source>
   <translation>行“{name}”有一个名为“{name1}”的副本</translation>
  </message>
  <message>
   <source>the share, from 0 to below 1.</source>
   <translation>比例，0 到 1（不含 1）。</translation>
  </message>
  <message>
   <source>the size of a {what}</source>
   <translation>{what}的大小</translation>
  </message>
  <message>
   <source>the tensors</source>
   <translation>这些张量</translation>
  </message>
  <message>
   <source>the text</source>
   <translation>文本</translation>
  </message>
  <message>
   <source>the variable '{name}'</source>
   <translation>变量“{name}”</translation>
  </message>
  <message>
   <source>the variance that goes with the mean, or none.</source>
   <translation>与均值配套的方差，或 none。</translation>
  </message>
  <message>
   <source>the work is more than what is allowed</source>
   <translation>工作量超出允许范围</translation>
  </message>
  <message>
   <source>the {channels} channels of the input</source>
   <translation>输入的 {channels} 个通道</translation>
  </message>
  <message>
   <source>the {named} takes one wire and has {wires}</source>
   <translation>{named}只接一条连线，而现有 {wires} 条</translation>
  </message>
  <message>
   <source>the {size} numbers of {x} do not fill {target}</source>
   <translation>{x} 的 {size} 个数填不满 {target}</translation>
  </message>
  <message>
   <source>the {what} of '{name}' {fault}</source>
   <translation>“{name}”的{what}{fault}</translation>
  </message>
  <message>
   <source>the {width} {width1}</source>
   <translation>{width} 个 {width1}</translation>
  </message>
  <message>
   <source>there is a folder of that name</source>
   <translation>已有同名文件夹</translation>
  </message>
  <message>
   <source>there is a variable '{new}' already</source>
   <translation>已有变量“{new}”</translation>
  </message>
  <message>
   <source>there is no activation {value}; use {relu}</source>
   <translation>没有激活函数 {value}；请用 {relu}</translation>
  </message>
  <message>
   <source>there is no block '{block}'{hint}</source>
   <translation>没有模块“{block}”{hint}</translation>
  </message>
  <message>
   <source>there is no function '{name}'{known}</source>
   <translation>没有函数“{name}”{known}</translation>
  </message>
  <message>
   <source>there is no interpolation {interpolation}; use one of {INTERPOLATIONS}</source>
   <translation>没有插值方式 {interpolation}；请用 {INTERPOLATIONS} 之一</translation>
  </message>
  <message>
   <source>there is no variable '{name}'{hint}</source>
   <translation>没有变量“{name}”{hint}</translation>
  </message>
  <message>
   <source>there is no variable '{name}'{variables}</source>
   <translation>没有变量“{name}”{variables}</translation>
  </message>
  <message>
   <source>there is no wire from '{source}' to '{target}'</source>
   <translation>没有从“{source}”到“{target}”的连线</translation>
  </message>
  <message>
   <source>there is no {wanted} '{id}'{hint}</source>
   <translation>没有{wanted}“{id}”{hint}</translation>
  </message>
  <message>
   <source>there is something of that name that is not a file</source>
   <translation>已有同名的非文件对象</translation>
  </message>
  <message>
   <source>this block is of format {version}, newer than this program's {VERSION}</source>
   <translation>此模块的格式为 {version}，比本程序的 {VERSION} 新</translation>
  </message>
  <message>
   <source>this design</source>
   <translation>本设计</translation>
  </message>
  <message>
   <source>this design defines no block '{block}'{hint}</source>
   <translation>本设计没有定义模块“{block}”{hint}</translation>
  </message>
  <message>
   <source>this design has no node '{id}'</source>
   <translation>本设计没有节点“{id}”</translation>
  </message>
  <message>
   <source>this design has no variable '{name}'{hint}</source>
   <translation>本设计没有变量“{name}”{hint}</translation>
  </message>
  <message>
   <source>this design has no {what} '{id}'</source>
   <translation>本设计没有{what}“{id}”</translation>
  </message>
  <message>
   <source>this design is of format {version}, newer than this program's {VERSION}: {error}</source>
   <translation>此设计的格式为 {version}，比本程序的 {VERSION} 新：{error}</translation>
  </message>
  <message>
   <source>this is a folder, not a design</source>
   <translation>这是文件夹，不是设计</translation>
  </message>
  <message>
   <source>this is no Channelwise block: 'format' is not '{FORMAT}'</source>
   <translation>这不是 Channelwise 模块：“format”不是“{FORMAT}”</translation>
  </message>
  <message>
   <source>this is no Channelwise design: 'format' is not '{FORMAT}'</source>
   <translation>这不是 Channelwise 设计：“format”不是“{FORMAT}”</translation>
  </message>
  <message>
   <source>this is not a file</source>
   <translation>这不是文件</translation>
  </message>
  <message>
   <source>this wire would close a cycle: {shown}</source>
   <translation>这条连线会形成环路：{shown}</translation>
  </message>
  <message>
   <source>torchvision, first version of the weights</source>
   <translation>torchvision，第一版权重</translation>
  </message>
  <message>
   <source>trainable is True or False, not {trainable}</source>
   <translation>trainable 应为 True 或 False，而不是 {trainable}</translation>
  </message>
  <message>
   <source>trainable parameters</source>
   <translation>可训练参数</translation>
  </message>
  <message>
   <source>true or false</source>
   <translation>true 或 false</translation>
  </message>
  <message>
   <source>turn {name} {off}</source>
   <translation>将 {name} 设为{off}</translation>
  </message>
  <message>
   <source>two of its layers are called '{called}': '{free}' is free for '{name}' in '{title}'</source>
   <translation>它有两个层都名为“{called}”：可将“{title}”中的“{name}”改用“{free}”</translation>
  </message>
  <message>
   <source>two of its layers are called '{called}': rename one inside</source>
   <translation>它有两个层都名为“{called}”：请在内部重命名其中一个</translation>
  </message>
  <message>
   <source>units of squeeze-and-excitation per input channel of a block.</source>
   <translation>压缩激励的单元数与模块输入通道数之比。</translation>
  </message>
  <message>
   <source>units of squeeze-and-excitation per input channel, as in RegNetY; 0 is none.</source>
   <translation>压缩激励的单元数与输入通道数之比，如 RegNetY；0 表示不用。</translation>
  </message>
  <message>
   <source>units of squeeze-and-excitation per input channel; 0 is none.</source>
   <translation>压缩激励的单元数与输入通道数之比；0 表示不用。</translation>
  </message>
  <message>
   <source>units of the middle flow.</source>
   <translation>中间流的单元数。</translation>
  </message>
  <message>
   <source>unmute it</source>
   <translation>取消旁路</translation>
  </message>
  <message>
   <source>use {title}</source>
   <translation>改用{title}</translation>
  </message>
  <message>
   <source>use {value} {name}</source>
   <translation>使用 {value} {name}</translation>
  </message>
  <message>
   <source>valid leaves out windows that the border cuts, same keeps them.</source>
   <translation>valid 舍去被边缘截断的窗口，same 则保留。</translation>
  </message>
  <message>
   <source>variable '{variable}': {message}</source>
   <translation>变量“{variable}”：{message}</translation>
  </message>
  <message>
   <source>variables in the file</source>
   <translation>文件中的变量</translation>
  </message>
  <message>
   <source>variables rest on each other: {cycle}</source>
   <translation>变量互相依赖：{cycle}</translation>
  </message>
  <message>
   <source>was killed by signal {code}</source>
   <translation>被信号 {code} 终止</translation>
  </message>
  <message>
   <source>was killed by {name}</source>
   <translation>被 {name} 终止</translation>
  </message>
  <message>
   <source>weighs the channels in the middle, by a quarter as many units.</source>
   <translation>用四分之一数量的单元给中间的通道加权。</translation>
  </message>
  <message>
   <source>weights of {shape} are {size} numbers; at most {LARGEST} can be held</source>
   <translation>{shape} 的权重有 {size} 个数；至多能容纳 {LARGEST} 个</translation>
  </message>
  <message>
   <source>weights saved and loaded again</source>
   <translation>权重已保存并重新加载</translation>
  </message>
  <message>
   <source>what each pixel is divided by; 127.5 and an offset of -1 give -1 to 1.</source>
   <translation>每个像素所除的数；127.5 加上 offset -1 得到 -1 到 1。</translation>
  </message>
  <message>
   <source>what follows each normalisation; linear is none.</source>
   <translation>每次归一化之后的激活；linear 表示没有。</translation>
  </message>
  <message>
   <source>what follows the first normalisation; linear is none.</source>
   <translation>第一次归一化之后的激活；linear 表示没有。</translation>
  </message>
  <message>
   <source>what follows the first two normalisations; linear is none.</source>
   <translation>前两次归一化之后的激活；linear 表示没有。</translation>
  </message>
  <message>
   <source>what follows the layer; linear is nothing.</source>
   <translation>该层之后的激活；linear 表示没有。</translation>
  </message>
  <message>
   <source>what follows the normalisation; linear is none.</source>
   <translation>归一化之后的激活；linear 表示没有。</translation>
  </message>
  <message>
   <source>what follows the squeeze.</source>
   <translation>压缩之后的激活。</translation>
  </message>
  <message>
   <source>what follows; linear is none.</source>
   <translation>其后的激活；linear 表示没有。</translation>
  </message>
  <message>
   <source>what is added after that.</source>
   <translation>随后加上的数。</translation>
  </message>
  <message>
   <source>what is added after that: one number, or one a channel.</source>
   <translation>随后加上的数：一个，或每个通道一个。</translation>
  </message>
  <message>
   <source>what is below becomes zero.</source>
   <translation>低于它的值变为零。</translation>
  </message>
  <message>
   <source>what is dropped together, such as None, 1, 1, 1 for whole images.</source>
   <translation>一起丢弃的部分，例如 None, 1, 1, 1 表示整张图像。</translation>
  </message>
  <message>
   <source>what is multiplied by: one number, or one a channel.</source>
   <translation>所乘的数：一个，或每个通道一个。</translation>
  </message>
  <message>
   <source>what is taken off: one number, one a channel, or none.</source>
   <translation>减去的数：一个、每个通道一个，或 none。</translation>
  </message>
  <message>
   <source>what keeps the variance away from zero.</source>
   <translation>防止方差过于接近零的数。</translation>
  </message>
  <message>
   <source>what makes a weight between 0 and 1.</source>
   <translation>使权重落在 0 到 1 之间的函数。</translation>
  </message>
  <message>
   <source>what randomness starts from, or none.</source>
   <translation>随机数的种子，或 none。</translation>
  </message>
  <message>
   <source>what the numbers are before training.</source>
   <translation>训练前的初始值。</translation>
  </message>
  <message>
   <source>what the shuffle mixes; must divide the channels in the middle.</source>
   <translation>混洗的组数；须能整除中间的通道数。</translation>
  </message>
  <message>
   <source>whether a learned factor is put on.</source>
   <translation>是否乘以可学习的系数。</translation>
  </message>
  <message>
   <source>whether a learned number is added to each channel.</source>
   <translation>是否给每个通道加一个可学习的数。</translation>
  </message>
  <message>
   <source>whether a learned shift is added.</source>
   <translation>是否加上可学习的平移量。</translation>
  </message>
  <message>
   <source>whether batches are renormalised (Ioffe 2017).</source>
   <translation>是否对批做重归一化（Ioffe 2017）。</translation>
  </message>
  <message>
   <source>whether statistics are taken over all devices.</source>
   <translation>是否在所有设备上统计。</translation>
  </message>
  <message>
   <source>whether the image stays an image, of 1x1 pixels.</source>
   <translation>是否保持图像形式，即 1x1 像素。</translation>
  </message>
  <message>
   <source>which number: the average or the largest.</source>
   <translation>取哪个数：平均值还是最大值。</translation>
  </message>
  <message>
   <source>wire '{name}' to its input '{p}'</source>
   <translation>将“{name}”接到它的输入“{p}”</translation>
  </message>
  <message>
   <source>wire '{name}'{to}</source>
   <translation>将“{name}”接{to}</translation>
  </message>
  <message>
   <source>wire a new Image block{to}</source>
   <translation>将新的“图像”模块接{to}</translation>
  </message>
  <message>
   <source>wire output '{output}' of '{name}'{to}</source>
   <translation>将“{name}”的输出“{output}”接{to}</translation>
  </message>
  <message>
   <source>wire output '{p}' of '{name}' to it</source>
   <translation>将“{name}”的输出“{p}”接到它</translation>
  </message>
  <message>
   <source>wires leave these nodes and come back to them: take {shown} in as well</source>
   <translation>连线离开这些节点又回到它们：请把 {shown} 也包括进来</translation>
  </message>
  <message>
   <source>wires run in a circle: {shown}</source>
   <translation>连线形成环路：{shown}</translation>
  </message>
  <message>
   <source>write {fixed}</source>
   <translation>改写为 {fixed}</translation>
  </message>
  <message>
   <source>write {made}</source>
   <translation>写成 {made}</translation>
  </message>
  <message>
   <source>write {made} in '{name}'</source>
   <translation>在“{name}”中写成 {made}</translation>
  </message>
  <message>
   <source>zeros around: 1 is on all sides; or (top, bottom), (left, right).</source>
   <translation>四周补零：1 表示四边；也可写 (上, 下), (左, 右)。</translation>
  </message>
  <message>
   <source>{ARTICLE}, repaired</source>
   <translation>{ARTICLE}，已修复</translation>
  </message>
  <message>
   <source>{args} ** {args1} is beyond {MAX_BITS} bits</source>
   <translation>{args} ** {args1} 超出 {MAX_BITS} 位</translation>
  </message>
  <message>
   <source>{args} divides by zero</source>
   <translation>{args} 除以零</translation>
  </message>
  <message>
   <source>{args} is too large</source>
   <translation>{args} 过大</translation>
  </message>
  <message>
   <source>{bad} values are not finite</source>
   <translation>{bad} 个值不是有限数</translation>
  </message>
  <message>
   <source>{block} is given {said} here, which its block has no parameter for</source>
   <translation>{block} 在此设置了 {said}，而其模块没有对应的参数</translation>
  </message>
  <message>
   <source>{built} {sign} {expected} of the analysis</source>
   <translation>{built} {sign} 分析的 {expected}</translation>
  </message>
  <message>
   <source>{channels} channels do not divide into {groups} groups: {groups2} works</source>
   <translation>{channels} 个通道不能分成 {groups} 组：{groups2} 可行</translation>
  </message>
  <message>
   <source>{channels} channels have no halves: filters={channels1} before works</source>
   <translation>{channels} 个通道不能对半分：之前用 filters={channels1} 可行</translation>
  </message>
  <message>
   <source>{count} nodes selected</source>
   <translation>已选中 {count} 个节点</translation>
  </message>
  <message>
   <source>{count} {key} are too many; at most {MAX_VARIABLES} are possible</source>
   <translation>{count} 个{key}过多；至多 {MAX_VARIABLES} 个</translation>
  </message>
  <message>
   <source>{design} has no '{key}'</source>
   <translation>{design} 没有“{key}”</translation>
  </message>
  <message>
   <source>{differ} of {variables} differ</source>
   <translation>{variables} 个中有 {differ} 个不同</translation>
  </message>
  <message>
   <source>{faults} (where {where})</source>
   <translation>{faults}（其中 {where}）</translation>
  </message>
  <message>
   <source>{fault}; 1 group would</source>
   <translation>{fault}；1 组可行</translation>
  </message>
  <message>
   <source>{fault}; {offer} groups would</source>
   <translation>{fault}；{offer} 组可行</translation>
  </message>
  <message>
   <source>{file} gives {name} no value</source>
   <translation>{file} 没有给 {name} 赋值</translation>
  </message>
  <message>
   <source>{file} was changed by another program, and is changed here too.</source>
   <translation>{file} 已被其他程序更改，在此处也有更改。</translation>
  </message>
  <message>
   <source>{file} was changed by another program.</source>
   <translation>{file} 已被其他程序更改。</translation>
  </message>
  <message>
   <source>{file} was removed or renamed by another program.</source>
   <translation>{file} 已被其他程序删除或重命名。</translation>
  </message>
  <message>
   <source>{filters} filters are not a multiple of the ratio {ratio}: {ratio2} works</source>
   <translation>{filters} 个 filters 不是 ratio {ratio} 的倍数：{ratio2} 可行</translation>
  </message>
  <message>
   <source>{filters} filters do not divide into groups of {group_width}: groups of {group_width2} work</source>
   <translation>{filters} 个 filters 不能按每组 {group_width} 个分组：每组 {group_width2} 个可行</translation>
  </message>
  <message>
   <source>{first} (where {where})</source>
   <translation>{first}（其中 {where}）</translation>
  </message>
  <message>
   <source>{first} and {last}</source>
   <translation>{first} 和 {last}</translation>
  </message>
  <message>
   <source>{found} in '{name}'</source>
   <translation>“{name}”中的 {found}</translation>
  </message>
  <message>
   <source>{found} is {words}</source>
   <translation>{found} = {words}</translation>
  </message>
  <message>
   <source>{head} and {end}</source>
   <translation>{head} 和 {end}</translation>
  </message>
  <message>
   <source>{id} has no argument {settings}</source>
   <translation>{id} 没有参数 {settings}</translation>
  </message>
  <message>
   <source>{id} has no option '{name}'{there}</source>
   <translation>{id} 没有选项“{name}”{there}</translation>
  </message>
  <message>
   <source>{key} is {value}: it {fault}</source>
   <translation>{key} 是 {value}：它{fault}</translation>
  </message>
  <message>
   <source>{key} sets {values} parameters; at most {MAX_PARAMETERS} are possible</source>
   <translation>{key} 设置了 {values} 个参数；至多 {MAX_PARAMETERS} 个</translation>
  </message>
  <message>
   <source>{kind} from {minimum} to {maximum}</source>
   <translation>{minimum} 到 {maximum} 之间的{kind}</translation>
  </message>
  <message>
   <source>{kind} is given {lost} here, which its block has no parameter for</source>
   <translation>{kind} 在此设置了 {lost}，而其模块没有对应的参数</translation>
  </message>
  <message>
   <source>{kind} works with a number here; the block of that name takes tensors</source>
   <translation>{kind} 在此与一个数运算；而同名的模块只接收张量</translation>
  </message>
  <message>
   <source>{layer} of {name} gives {built} in Keras, {analysed} in the analysis</source>
   <translation>{name} 的 {layer} 在 Keras 中给出 {built}，在分析中给出 {analysed}</translation>
  </message>
  <message>
   <source>{left} {sign} {right}: text and numbers have no order</source>
   <translation>{left} {sign} {right}：文本与数值不能比较大小</translation>
  </message>
  <message>
   <source>{lines} lines of code copied.</source>
   <translation>已复制 {lines} 行代码。</translation>
  </message>
  <message>
   <source>{most} more</source>
   <translation>另外 {most} 个</translation>
  </message>
  <message>
   <source>{most} or {last}</source>
   <translation>{most} 或 {last}</translation>
  </message>
  <message>
   <source>{name} comes to the text '{value}'</source>
   <translation>{name} 的结果是文本“{value}”</translation>
  </message>
  <message>
   <source>{name} has a number for each channel of {x}</source>
   <translation>{name} 须为 {x} 的每个通道各给一个数</translation>
  </message>
  <message>
   <source>{name} has an error: {message}{more}</source>
   <translation>{name} 有错误：{message}{more}</translation>
  </message>
  <message>
   <source>{name} has no layer {layer} in Keras</source>
   <translation>在 Keras 中 {name} 没有层 {layer}</translation>
  </message>
  <message>
   <source>{name} has no value</source>
   <translation>{name} 没有值</translation>
  </message>
  <message>
   <source>{name} is a function: write {name1}</source>
   <translation>{name} 是函数：请写 {name1}</translation>
  </message>
  <message>
   <source>{name} is a number from 0 to {most}, such as {example}, not {value}</source>
   <translation>{name} 是 0 到 {most} 之间的数，例如 {example}，而不是 {value}</translation>
  </message>
  <message>
   <source>{name} is a number from {least} to {LARGEST}, such as 1, not {values}</source>
   <translation>{name} 是 {least} 到 {LARGEST} 之间的数，例如 1，而不是 {values}</translation>
  </message>
  <message>
   <source>{name} is a number or an expression, not '{typed}'</source>
   <translation>{name} 应为数值或表达式，而不是“{typed}”</translation>
  </message>
  <message>
   <source>{name} is a whole number from 1, such as 8, not {value}</source>
   <translation>{name} 应为不小于 1 的整数，例如 8，而不是 {value}</translation>
  </message>
  <message>
   <source>{name} is empty: an image and a block make a network</source>
   <translation>{name} 为空：一个图像加一个模块才成为网络</translation>
  </message>
  <message>
   <source>{name} is no layer name; use a text without /</source>
   <translation>{name} 不能作为层名；请用不含 / 的文本</translation>
  </message>
  <message>
   <source>{name} is not a task</source>
   <translation>{name} 不是任务</translation>
  </message>
  <message>
   <source>{name} is one number, two, or ((top, bottom), (left, right)), not {value}</source>
   <translation>{name} 应为一个数、两个数，或 ((上, 下), (左, 右))，而不是 {value}</translation>
  </message>
  <message>
   <source>{name} is one of {known}, not {value}{hint}</source>
   <translation>{name} 应为 {known} 之一，而不是 {value}{hint}</translation>
  </message>
  <message>
   <source>{name} is one or two whole numbers from {least}, such as {example} or {example3}, not {value}</source>
   <translation>{name} 应为一个或两个不小于 {least} 的整数，例如 {example} 或 {example3}，而不是 {value}</translation>
  </message>
  <message>
   <source>{name} is used as {name1}</source>
   <translation>{name} 的用法是 {name1}</translation>
  </message>
  <message>
   <source>{name} is {parameter}, not {value}</source>
   <translation>{name} 应为{parameter}，而不是 {value}</translation>
  </message>
  <message>
   <source>{name} is {value}, not a finite number</source>
   <translation>{name} 为 {value}，不是有限的数</translation>
  </message>
  <message>
   <source>{name} is {value}, not an object</source>
   <translation>{name} 是 {value}，不是对象</translation>
  </message>
  <message>
   <source>{name} is {value}; at most {limit} can be worked with</source>
   <translation>{name} 为 {value}；至多能处理 {limit}</translation>
  </message>
  <message>
   <source>{name} is {wanted}, and {expression} is {found}</source>
   <translation>{name} 应为{wanted}，而 {expression} 等于 {found}</translation>
  </message>
  <message>
   <source>{name} is {wanted}, not {found}</source>
   <translation>{name} 应为{wanted}，而不是 {found}</translation>
  </message>
  <message>
   <source>{name} must be {range}, not {value}</source>
   <translation>{name} 须为{range}，而不是 {value}</translation>
  </message>
  <message>
   <source>{name} takes '{value}' from an expression, where it would stay text: write {value2}</source>
   <translation>{name} 从表达式得到“{value}”，它在其中仍是文本：请写 {value2}</translation>
  </message>
  <message>
   <source>{name} was not opened again: the window died within ten seconds of opening it.</source>
   <translation>未再次打开 {name}：上次打开后十秒内窗口异常终止。</translation>
  </message>
  <message>
   <source>{name} was not saved when the window closed last.</source>
   <translation>上次关闭窗口时 {name} 尚未保存。</translation>
  </message>
  <message>
   <source>{node}; '{free}' is free</source>
   <translation>{node}；可改用“{free}”</translation>
  </message>
  <message>
   <source>{number} {what} do not divide into {groups} groups</source>
   <translation>{number} {what} 不能分成 {groups} 组</translation>
  </message>
  <message>
   <source>{parameter} of '{name}'</source>
   <translation>“{name}”的 {parameter}</translation>
  </message>
  <message>
   <source>{parameter} of '{name}' has no value yet; give it one, then expose it</source>
   <translation>“{name}”的 {parameter} 还没有值；请先赋值，再公开它</translation>
  </message>
  <message>
   <source>{path} is {value}: it {fault}</source>
   <translation>{path} 是 {value}：它{fault}</translation>
  </message>
  <message>
   <source>{path}: not saved: a text in the design holds half of a character</source>
   <translation>{path}：未保存：设计中的一段文本含有半个字符</translation>
  </message>
  <message>
   <source>{path}: not saved: another program has changed the file</source>
   <translation>{path}：未保存：另一个程序更改了该文件</translation>
  </message>
  <message>
   <source>{path}: not saved: {error}</source>
   <translation>{path}：未保存：{error}</translation>
  </message>
  <message>
   <source>{path}: this design is of format {version}, newer than this program's; saving it here could lose something</source>
   <translation>{path}：此设计的格式为 {version}，比本程序的新；在此保存可能丢失内容</translation>
  </message>
  <message>
   <source>{place}: not JSON: {msg}</source>
   <translation>{place}：不是 JSON：{msg}</translation>
  </message>
  <message>
   <source>{removesuffix}; at its default it follows phi.</source>
   <translation>{removesuffix}；保持默认时随 phi 变化。</translation>
  </message>
  <message>
   <source>{rest} more</source>
   <translation>另外 {rest} 处</translation>
  </message>
  <message>
   <source>{shown} and {last} are uses of '{id}': each has weights of its own, none are shared</source>
   <translation>{shown} 和 {last}都使用“{id}”：每处都有各自的权重，互不共享</translation>
  </message>
  <message>
   <source>{shown} is beyond {MAX_BITS} bits</source>
   <translation>{shown} 超出 {MAX_BITS} 位</translation>
  </message>
  <message>
   <source>{shown} is not a real number</source>
   <translation>{shown} 不是实数</translation>
  </message>
  <message>
   <source>{shown} is not finite</source>
   <translation>{shown} 不是有限数</translation>
  </message>
  <message>
   <source>{shown}, as with {values}</source>
   <translation>{shown}，例如 {values} 时</translation>
  </message>
  <message>
   <source>{size_bytes} MB</source>
   <translation>{size_bytes} MB</translation>
  </message>
  <message>
   <source>{size} does not divide into {parts} parts</source>
   <translation>{size} 不能分成 {parts} 份</translation>
  </message>
  <message>
   <source>{target} cannot be written: there is no folder {parent}.</source>
   <translation>{target} 无法写入：没有文件夹 {parent}。</translation>
  </message>
  <message>
   <source>{target} cannot be written: {reason}.</source>
   <translation>{target} 无法写入：{reason}。</translation>
  </message>
  <message>
   <source>{target} holds {names} and {more} more that no export has written, and is left as it is: choose another name, such as {name}.</source>
   <translation>{target} 含有 {names} 以及另外 {more} 个不是由导出写入的文件，因此保持原样：请另选名称，例如 {name}。</translation>
  </message>
  <message>
   <source>{target} holds {names}, which no export has written, and is left as it is: choose another name, such as {name}.</source>
   <translation>{target} 含有不是由导出写入的 {names}，因此保持原样：请另选名称，例如 {name}。</translation>
  </message>
  <message>
   <source>{target} is a file, and the export is a folder: choose another name.</source>
   <translation>{target} 是文件，而导出结果是文件夹：请换一个名称。</translation>
  </message>
  <message>
   <source>{target} is a folder, and the export is a file: choose another name.</source>
   <translation>{target} 是文件夹，而导出结果是文件：请换一个名称。</translation>
  </message>
  <message>
   <source>{target} is no name for a result: add one.</source>
   <translation>{target} 不是结果的名称：请补上名称。</translation>
  </message>
  <message>
   <source>{target} is written and proven in {seconds} s.</source>
   <translation>{target} 已写入并通过验证，用时 {seconds} 秒。</translation>
  </message>
  <message>
   <source>{task}: done</source>
   <translation>{task}：完成</translation>
  </message>
  <message>
   <source>{text} is false</source>
   <translation>{text} 为假</translation>
  </message>
  <message>
   <source>{text} is no number; write one such as 3, or several such as 3, 1</source>
   <translation>{text} 不是数；请写一个数如 3，或几个数如 3, 1</translation>
  </message>
  <message>
   <source>{text} is true</source>
   <translation>{text} 为真</translation>
  </message>
  <message>
   <source>{title} calls one layer several times, with the same weights; nodes of a design have weights of their own</source>
   <translation>{title} 多次调用同一层并共用权重；而设计中的节点各有自己的权重</translation>
  </message>
  <message>
   <source>{title} cannot be computed here yet; mend its row first</source>
   <translation>{title} 暂时无法计算；请先修复它所在的行</translation>
  </message>
  <message>
   <source>{title} does not work here: {error}</source>
   <translation>{title} 在此不可用：{error}</translation>
  </message>
  <message>
   <source>{title} does not work with {it}</source>
   <translation>{title} 对 {it} 不可用</translation>
  </message>
  <message>
   <source>{title} gives {kind} the same tensor twice; a design has one wire between two nodes</source>
   <translation>{title} 把同一个张量两次交给 {kind}；而设计中两个节点之间只有一条连线</translation>
  </message>
  <message>
   <source>{title} has no '{name}'{known}</source>
   <translation>{title} 没有“{name}”{known}</translation>
  </message>
  <message>
   <source>{title} has no option {name}; its options: {known}.</source>
   <translation>{title} 没有选项 {name}；它的选项有：{known}。</translation>
  </message>
  <message>
   <source>{title}, a block of this design.</source>
   <translation>{title}，本设计的模块。</translation>
  </message>
  <message>
   <source>{trainable} trainable</source>
   <translation>可训练 {trainable}</translation>
  </message>
  <message>
   <source>{values} finite values</source>
   <translation>{values} 个有限值</translation>
  </message>
  <message>
   <source>{what} has no value: {error}</source>
   <translation>{what}没有值：{error}</translation>
  </message>
  <message>
   <source>{what} has {text} characters; at most {most} are possible</source>
   <translation>{what}有 {text} 个字符；至多 {most} 个</translation>
  </message>
  <message>
   <source>{where} has the same {what}{named} as {value}</source>
   <translation>{where} 的{what}{named} 与 {value} 相同</translation>
  </message>
  <message>
   <source>{where} is {value}; a wire is written ["n1", "n2:port"]</source>
   <translation>{where} 是 {value}；连线应写作 ["n1", "n2:port"]</translation>
  </message>
  <message>
   <source>{where} names node '{node}', which does not exist</source>
   <translation>{where} 提到节点“{node}”，而它不存在</translation>
  </message>
  <message>
   <source>{where}the wires close a cycle: {shown}</source>
   <translation>{where}连线形成环路：{shown}</translation>
  </message>
  <message>
   <source>{whose} has a block '{block}'; '{free}' is free</source>
   <translation>{whose}有模块“{block}”；可改用“{free}”</translation>
  </message>
  <message>
   <source>{why}; '{free}' is free</source>
   <translation>{why}；可改用“{free}”</translation>
  </message>
  <message>
   <source>{width} less {words}</source>
   <translation>{width} 减去{words}</translation>
  </message>
  <message>
   <source>{words} divided by {share}</source>
   <translation>{words} 除以 {share}</translation>
  </message>
  <message>
   <source>{words} times {factor} {factor2}</source>
   <translation>{words}乘以 {factor} {factor2}</translation>
  </message>
  <message>
   <source>“{block}” cannot be removed: {reason}</source>
   <translation>无法移除“{block}”：{reason}</translation>
  </message>
  <message>
   <source>“{block}” is not used here: add one, then look inside.</source>
   <translation>此处没有使用“{block}”：请先添加一个，再查看内部。</translation>
  </message>
 </context>
</TS>
