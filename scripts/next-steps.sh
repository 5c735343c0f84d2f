#!/bin/sh
# What to click and what to type after "make graph".
cat <<EOF

The sample graph is in build/. Open the network in a browser:
  file://$(pwd -P | sed 's/ /%20/g')/build/view.html

Then type:
  .venv/bin/kgraph query                                    list the saved queries
  .venv/bin/kgraph explain "Hội LHPN tỉnh Nam Định"         what is known of a union, with the words that say it
  .venv/bin/kgraph build my-articles/ --data my-build       read your own articles
EOF
